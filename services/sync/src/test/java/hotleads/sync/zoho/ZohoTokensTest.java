package hotleads.sync.zoho;

import static hotleads.sync.zoho.ZohoStandIn.json;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.ZohoCredentials;
import hotleads.contracts.ZohoListQuery;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of Zoho, whose refusals come with status 200. */
class ZohoTokensTest {
    private final ZohoStandIn standIn = new ZohoStandIn();
    private final Clock clock = Clock.systemUTC();
    private final SomeZoho zoho = new SomeZoho(standIn.uri(), clock);

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void areAskedForInAFormSoThatNoSecretStandsInAnAddress() {
        zoho.granted();

        assertThat(standIn.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/zoho/oauth/v2/token");
            assertThat(asked.body()).contains("grant_type=refresh_token", "refresh_token=demo-refresh");
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, 99_999_999_999L})
    void areGoodForADayAtMostHoweverLongZohoSays(long seconds) {
        standIn.tokens(json(
                200,
                "{\"access_token\":\"1000.some-token\",\"api_domain\":\"https://www.zohoapis.com\",\"expires_in\":"
                        + seconds + "}"));

        assertThat(zoho.tokens.renew(null).outcome()).isEqualTo(ProviderOutcome.OK);
    }

    @Test
    void thatNoHeaderCanHoldAreNone() {
        standIn.tokens(json(200, "{\"access_token\":\"1000.a\\nb\",\"api_domain\":\"https://www.zohoapis.com\"}"));

        assertThat(zoho.tokens.renew(null).cause()).isEqualTo("bad-content");
    }

    @Test
    void areSentUnderZohosOwnWord() {
        byte[] account = zoho.granted();
        standIn.reacts(json(204, ""));

        zoho.lists.leads(account, new ZohoListQuery(null, null));

        assertThat(standIn.asked().getFirst().headers().get("Authorization"))
                .containsExactly("Zoho-oauthtoken 1000.some-token");
    }

    @ParameterizedTest
    @CsvSource({
        "200, invalid_code, REFUSED_TOKEN, permission-withdrawn",
        "200, invalid_client, REFUSED_TOKEN, credentials-refused",
        "200, invalid_client_secret, REFUSED_TOKEN, credentials-refused",
        "200, general_error, UNCLEAR, server-error",
        "200, something_new, UNCLEAR, bad-content",
        "400, Access Denied, RETRY_LATER, token-lock",
        "429, too_many, RETRY_LATER, token-lock"
    })
    void areRefusedByWordAndNotByStatus(int status, String error, ProviderOutcome outcome, String cause) {
        standIn.tokens(json(status, "{\"error\":\"" + error + "\",\"status\":\"failure\"}"));

        ProviderAnswer<byte[]> answer = zoho.tokens.renew(null);

        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.cause()).isEqualTo(cause);
        assertThat(standIn.asked()).hasSize(1);
        if (outcome == ProviderOutcome.RETRY_LATER) {
            assertThat(answer.retryAfterMillis())
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(10).toMillis());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.zohoapis.example",
                "https://evil.zohoapis.com.example",
                "http://www.zohoapis.com",
                "https://www.zohoapis.com:8443",
                "https://user@www.zohoapis.com",
                "not an address"
            })
    void areNeverSentToAStrangersHost(String domain) {
        standIn.tokens(json(200, ZohoStandIn.tokenFor(domain)));
        SomeZoho unset = new SomeZoho(standIn.uri(), "", "demo-client", "demo-refresh", clock);

        assertThat(unset.tokens.renew(null).cause()).isEqualTo("unknown-host");
        assertThat(unset.tokens.renew(null).content()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.zohoapis.com",
                "https://www.zohoapis.eu",
                "https://www.zohoapis.in",
                "https://www.zohoapis.com.au",
                "https://www.zohoapis.jp",
                "https://www.zohoapis.com.cn",
                "https://www.zohoapis.ca",
                "https://www.zohoapis.sa",
                "https://sandbox.zohoapis.eu",
                "https://developer.zohoapis.com"
            })
    void areGoodInEveryDataCentre(String domain) {
        standIn.tokens(json(200, ZohoStandIn.tokenFor(domain)));

        assertThat(new SomeZoho(standIn.uri(), "", "demo-client", "demo-refresh", clock)
                        .tokens
                        .renew(null)
                        .outcome())
                .isEqualTo(ProviderOutcome.OK);
    }

    @Test
    void anAccountWithoutAGoodTokenAsksForOneAndNothingElse() {
        standIn.tokens(json(200, ZohoStandIn.tokenFor(standIn.uri().toString()).replace("3600", "50")));
        byte[] ending = zoho.granted();
        standIn.reacts(json(204, ""));

        assertThat(zoho.lists.leads(ending, new ZohoListQuery(null, null)).outcome())
                .isEqualTo(ProviderOutcome.TOKEN_NEEDED);
        assertThat(zoho.lists.leads(null, new ZohoListQuery(null, null)).outcome())
                .isEqualTo(ProviderOutcome.TOKEN_NEEDED);
        assertThat(standIn.asked()).isEmpty();
    }

    @Test
    void aNewOneKeepsTheCredentialsOfTheOld() {
        byte[] first = zoho.granted();

        byte[] second = SomeZoho.content(zoho.tokens.renew(first));

        assertThat(second).isNotEqualTo(first);
        assertThat(standIn.asked()).hasSize(2).allMatch(asked -> asked.body().contains("demo-refresh"));
        assertThat(new String(second, StandardCharsets.ISO_8859_1)).doesNotContain("demo-refresh", "some-token");
    }

    @Test
    void typedInCredentialsAreTriedBeforeTheyCount() {
        standIn.tokens(json(200, "{\"error\":\"invalid_code\"}"));
        assertThat(zoho.tokens.fresh(new ZohoCredentials("c", "s", "r", null)).content())
                .isNull();
        assertThat(zoho.tokens.fresh(new ZohoCredentials("c", "s", "r", "mars")).cause())
                .isEqualTo("unknown-data-centre");
    }

    @Test
    void withoutSettingsNobodyIsAsked() {
        SomeZoho none = new SomeZoho(URI.create("https://accounts.zoho.com"), "", "", "", clock);

        assertThat(none.tokens.renew(null).cause()).isEqualTo("not-connected");
    }
}
