package hotleads.auth.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import hotleads.auth.Answer;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestBrowser;
import hotleads.auth.TestPerson;
import hotleads.auth.TestServices;
import hotleads.platform.token.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class TokenEndpointTest extends RunningAuth {
    private final JdbcClient jdbc;

    TokenEndpointTest(@Autowired JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void givesAServiceATokenForOneActAtOneOtherService() throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(gateway().token("webhooks", "core", "inbox.append"))
                .getJWTClaimsSet();

        assertThat(claims.getIssuer()).isEqualTo(Tokens.ISSUER);
        assertThat(claims.getSubject()).isEqualTo("webhooks");
        assertThat(claims.getAudience()).containsExactly("core");
        assertThat(claims.getClaim("scope")).isEqualTo("inbox.append");
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(claims.getJWTID()).isNotBlank();
    }

    @Test
    void givesNobodyATokenForWhatTheTableDoesNotAllow() {
        for (String[] wish : new String[][] {
            {"webhooks", "core", "account.invite"},
            {"webhooks", "auth", "account.invite"},
            {"sync", "core", "inbox.append"},
            {"gateway", "core", "api"},
            {"core", "core", "provider.read"},
            {"core", "sync", "provider.read provider.write"},
            {"webhooks", "sync", "provider.write"},
            {"gateway", "auth", ""},
            {"gateway", "", "signin.relay"}
        }) {
            Answer answer = gateway().askToken(TestServices.assertion(wish[0], clock.instant()), wish[1], wish[2]);
            assertThat(answer.status() + answer.body())
                    .as(String.join(" ", wish))
                    .isEqualTo("400{\"error\":\"invalid_scope\"}");
        }
    }

    @Test
    void takesAnAssertionOnce() {
        String assertion = TestServices.assertion("core", clock.instant());

        assertThat(gateway().askToken(assertion, "sync", "provider.read").status())
                .isEqualTo(200);
        assertThat(gateway().askToken(assertion, "sync", "provider.read").body())
                .isEqualTo("{\"error\":\"invalid_client\"}");
    }

    @Test
    void takesAnAssertionOnceHoweverManyBringItAtOnce() throws Exception {
        String assertion = TestServices.assertion("core", clock.instant());
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> ask =
                    () -> gateway().askToken(assertion, "sync", "provider.read").status();
            for (var future :
                    threads.invokeAll(IntStream.range(0, 30).mapToObj(i -> ask).toList())) {
                answers.add(future.get());
            }
        }

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 401);
    }

    @Test
    void refusesEveryAssertionThatIsNotQuiteRight() {
        assertThat(wrongAssertions()).allSatisfy((what, assertion) -> {
            Answer answer = gateway().askToken(assertion, "sync", "provider.read");
            assertThat(answer.status() + answer.body()).as(what).isEqualTo("401{\"error\":\"invalid_client\"}");
        });
    }

    private Map<String, String> wrongAssertions() {
        Map<String, String> wrong = new LinkedHashMap<>();
        var key = TestServices.key("core");
        wrong.put(
                "other audience",
                TestServices.signed(key, right().audience("core").build()));
        wrong.put(
                "two audiences",
                TestServices.signed(
                        key, right().audience(List.of(Tokens.ISSUER, "core")).build()));
        wrong.put(
                "issuer is another",
                TestServices.signed(key, right().issuer("gateway").build()));
        wrong.put(
                "subject is another",
                TestServices.signed(key, right().subject("gateway").build()));
        wrong.put("no id", TestServices.signed(key, right().jwtID(null).build()));
        wrong.put(
                "id too long",
                TestServices.signed(key, right().jwtID("x".repeat(65)).build()));
        wrong.put(
                "no end", TestServices.signed(key, right().expirationTime(null).build()));
        wrong.put(
                "over",
                TestServices.signed(key, right().expirationTime(inSeconds(0)).build()));
        wrong.put(
                "lives too long",
                TestServices.signed(key, right().expirationTime(inSeconds(71)).build()));
        wrong.put(
                "made in the future",
                TestServices.signed(key, right().issueTime(inSeconds(11)).build()));
        wrong.put(
                "not good yet",
                TestServices.signed(key, right().notBeforeTime(inSeconds(11)).build()));
        wrong.put("stranger's key", TestServices.signed(TestServices.freshKey("core"), right().build()));
        wrong.put(
                "unknown service",
                TestServices.signed(
                        TestServices.freshKey("mail"),
                        TestServices.claims("mail", clock.instant()).build()));
        wrong.put("another service's key", TestServices.signed(TestServices.key("gateway"), right().build()));
        wrong.put("an access token", gateway().token("core", "sync", "provider.read"));
        String good = TestServices.assertion("core", clock.instant());
        wrong.put("no signature", good.substring(0, good.lastIndexOf('.') + 1));
        wrong.put("padded", good + "=");
        wrong.put("nonsense", "nonsense");
        wrong.put("empty", "");
        return wrong;
    }

    @Test
    void refusesFormsThatRepeatLeaveOutOrAddParameters() {
        Map<String, String> right = Map.of(
                "grant_type", "client_credentials",
                "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion", TestServices.assertion("core", clock.instant()),
                "audience", "sync",
                "scope", "provider.read");
        for (String name : right.keySet()) {
            Map<String, String> less = new LinkedHashMap<>(right);
            less.remove(name);
            assertThat(gateway().form(less, null).body())
                    .as("without " + name)
                    .isEqualTo("{\"error\":\"invalid_request\"}");
        }
        Map<String, String> more = new LinkedHashMap<>(right);
        more.put("resource", "https://elsewhere.test");
        assertThat(gateway().form(more, null).body()).isEqualTo("{\"error\":\"invalid_request\"}");
        assertThat(gateway().form(Map.of("grant_type", "password"), null).body())
                .isEqualTo("{\"error\":\"unsupported_grant_type\"}");
        assertThat(gateway()
                        .send(
                                "POST",
                                "/oauth/token",
                                "grant_type=client_credentials&grant_type=client_credentials",
                                Map.of("Content-Type", "application/x-www-form-urlencoded"))
                        .body())
                .isEqualTo("{\"error\":\"invalid_request\"}");
        assertThat(gateway()
                        .send(
                                "POST",
                                "/oauth/token?scope=provider.read",
                                "grant_type=client_credentials",
                                Map.of("Content-Type", "application/x-www-form-urlencoded"))
                        .body())
                .isEqualTo("{\"error\":\"invalid_request\"}");
    }

    @Test
    void exchangesASignedInSessionForATokenOfOneMinute() throws Exception {
        TestPerson person = TestPerson.setUp(gateway(), "practitioner");

        Answer answer = gateway().exchange(person.browser().session(), "core");

        assertThat(answer.text("issued_token_type")).isEqualTo("urn:ietf:params:oauth:token-type:access_token");
        JWTClaimsSet claims = SignedJWT.parse(answer.text("access_token")).getJWTClaimsSet();
        assertThat(claims.getAudience()).containsExactly("core");
        assertThat(claims.getClaim("scope")).isEqualTo("api");
        assertThat(claims.getClaim("role")).isEqualTo("practitioner");
        assertThat(claims.getStringListClaim("amr")).containsExactly("pwd", "otp");
        assertThat(claims.getLongClaim("auth_time")).isEqualTo(clock.instant().getEpochSecond());
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(clock.instant().plusSeconds(60));
        assertThat(claims.getClaims().toString())
                .doesNotContain(person.browser().session())
                .doesNotContain("@");
    }

    @Test
    void givesASessionItsTokenAgainForAThirdOfTheTokensLife() {
        String session = TestPerson.setUp(gateway(), "admin").browser().session();
        String first = gateway().exchange(session, "core").text("access_token");
        clock.forward(Duration.ofSeconds(19));

        Answer again = gateway().exchange(session, "core");
        clock.forward(Duration.ofSeconds(1));
        Answer later = gateway().exchange(session, "core");

        assertThat(again.text("access_token")).isEqualTo(first);
        assertThat(again.body()).contains("\"expires_in\":41");
        assertThat(later.text("access_token")).isNotEqualTo(first);
        assertThat(gateway().exchange(session, "auth").text("access_token")).isNotEqualTo(first);
    }

    @Test
    void givesNoTokenAgainOnceTheSessionHasEnded() {
        TestBrowser browser = TestPerson.setUp(gateway(), "admin").browser();
        String session = browser.session();
        assertThat(gateway().exchange(session, "core").status()).isEqualTo(200);
        browser.post("/auth/sign-out", Map.of());

        assertThat(gateway().exchange(session, "core").body()).isEqualTo("{\"error\":\"invalid_grant\"}");
    }

    @Test
    void saysAtOnceWhatHasChangedAboutAPerson() throws Exception {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        String session = person.browser().session();
        String before = gateway().exchange(session, "core").text("access_token");
        jdbc.sql("UPDATE account SET role = 'practitioner' WHERE id = CAST(? AS uuid)")
                .param(SignedJWT.parse(before).getJWTClaimsSet().getSubject())
                .update();

        String after = gateway().exchange(session, "core").text("access_token");

        assertThat(SignedJWT.parse(after).getJWTClaimsSet().getClaim("role")).isEqualTo("practitioner");
    }

    @Test
    void exchangesNothingForAnyoneButTheGatewaysOwnToken() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        String session = person.browser().session();

        assertThat(gateway().exchange(session, "core", null).status()).isEqualTo(401);
        assertThat(gateway()
                        .exchange(session, "core", gateway().token("gateway", "auth", "signin.relay"))
                        .status())
                .isEqualTo(401);
        assertThat(gateway()
                        .exchange(session, "core", gateway().token("webhooks", "core", "inbox.append"))
                        .status())
                .isEqualTo(401);
        assertThat(gateway().exchange(session, "core", "nonsense").status()).isEqualTo(401);
        String persons = gateway().exchange(session, "auth").text("access_token");
        assertThat(gateway().exchange(session, "core", persons).status()).isEqualTo(401);
    }

    @Test
    void exchangesNoSessionForAServiceThatServesNoPeople() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");

        for (String audience : List.of("sync", "webhooks", "gateway", "")) {
            assertThat(gateway().exchange(person.browser().session(), audience).body())
                    .isEqualTo("{\"error\":\"invalid_target\"}");
        }
    }

    @Test
    void exchangesNoSessionThatIsAbsentOrHalfWay() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestBrowser half = gateway().browser();
        half.signIn(person.email(), person.password());

        for (String session : List.of("unknown", half.session())) {
            Answer answer = gateway().exchange(session, "core");
            assertThat(answer.status() + answer.body()).isEqualTo("400{\"error\":\"invalid_grant\"}");
        }
    }

    private JWTClaimsSet.Builder right() {
        return TestServices.claims("core", clock.instant());
    }

    private Date inSeconds(int seconds) {
        return Date.from(clock.instant().plusSeconds(seconds));
    }
}
