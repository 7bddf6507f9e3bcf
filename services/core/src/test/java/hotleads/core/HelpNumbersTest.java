package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Help numbers, kept right by administrators and read by whoever needs them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HelpNumbersTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private SomeCore core;

    @BeforeAll
    void start() {
        core = SomeCore.started();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void ofThePracticesCountryAreReadByAnybodyAndThoseOfOthersWait() {
        assertThat(help().path("numbers").isArray()).isFalse();

        assertThat(set("NZ", "1737", "1737").statusCode()).isEqualTo(200);
        assertThat(help().path("numbers").isArray()).isFalse();
        assertThat(set("US", "911, emergency", "911").statusCode()).isEqualTo(200);
        assertThat(set("US", "(212) 555-0100, our night line", "(212) 555-0100").statusCode())
                .isEqualTo(200);

        assertThat(help().get("numbers").toString())
                .isEqualTo("[{\"words\":\"(212) 555-0100, our night line\",\"tel\":\"2125550100\"}]");
    }

    @Test
    void whoSavesThemHasLookedAtThemToday() {
        set("IE", "112, emergency", "112");

        JsonNode shown = core.json(core.get("/api/settings/help-numbers", core.tony()));

        assertThat(shown.get("practiceCountry").asString()).isEqualTo("US");
        assertThat(shown.get("own")).anySatisfy(one -> {
            assertThat(one.get("country").asString()).isEqualTo("IE");
            assertThat(LocalDate.parse(one.get("checkedOn").asString()))
                    .isEqualTo(LocalDate.ofInstant(Clock.systemUTC().instant(), ZONE));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'', 911",
        "911, ''",
        "Call us, nine-one-one",
        "Call us, 9",
        "Call us, javascript:1",
        "Call us, 12345678901234567"
    })
    void whatCannotBeCalledIsRefused(String words, String tel) {
        assertThat(set("GB", words, tel).statusCode()).isEqualTo(422);
    }

    @Test
    void noneAndTooManyAreRefused() {
        assertThat(set("GB", List.of()).statusCode()).isEqualTo(422);
        assertThat(set("GB", Collections.nCopies(11, Map.of("words", "999", "tel", "999")))
                        .statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gb", "GBR", "G1"})
    void whatIsNoCountryIsNotFound(String country) {
        assertThat(set(country, "999", "999").statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyButAdministratorsChangesThem() {
        Map<String, ?> body = Map.of("numbers", List.of(Map.of("words", "Call me", "tel", "5550100")));

        for (String role : List.of("practitioner", "client")) {
            String token = core.user(UUID.randomUUID(), role);
            assertThat(core.post("/api/settings/help-numbers/US", token, body).statusCode())
                    .isEqualTo(403);
            assertThat(core.get("/api/settings/help-numbers", token).statusCode())
                    .isEqualTo(403);
        }
        assertThat(core.post("/api/settings/help-numbers/US", null, body).statusCode())
                .isEqualTo(401);
        assertThat(help().toString()).doesNotContain("Call me");
    }

    private JsonNode help() {
        return core.json(core.get("/api/help", null));
    }

    private HttpResponse<String> set(String country, String words, String tel) {
        return set(country, List.of(Map.of("words", words, "tel", tel)));
    }

    private HttpResponse<String> set(String country, List<Map<String, String>> numbers) {
        return core.post("/api/settings/help-numbers/" + country, core.tony(), Map.of("numbers", numbers));
    }
}
