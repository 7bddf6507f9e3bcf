package hotleads.simulators.control;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.simulators.SomeSimulators;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ControlTest {

    @TempDir
    private Path data;

    private SomeSimulators some;

    @BeforeEach
    void start() throws IOException {
        some = new SomeSimulators(data);
    }

    @AfterEach
    void stop() {
        some.close();
    }

    @Test
    void listsUpcomingBookingsSoonestFirst() {
        JsonNode upcoming = some.control("GET", "/bookings?state=upcoming", null);

        assertThat(upcoming)
                .isNotEmpty()
                .allMatch(one -> one.get("state").asString().equals("booked"));
        assertThat(upcoming.valueStream().map(one -> one.get("startsAt").asString()))
                .isSorted();
    }

    @Test
    void offersFirstTheBookingsWhoseCancellationLeavesNothing() {
        JsonNode only = some.control("GET", "/bookings?state=only", null);
        JsonNode upcoming = some.control("GET", "/bookings?state=upcoming", null);
        String first = "<optgroup label=\"Their only booking\"><option value=\""
                + only.get(0).get("id").asLong() + "\">";

        assertThat(only).isNotEmpty();
        assertThat(only.size()).isLessThan(upcoming.size());
        assertThat(some.get("/control").body()).contains(first);
    }

    @Test
    void cancelsMovesAndBooks() {
        long id = some.someUpcomingBooking();
        String before = booking(id).get("startsAt").asString();

        JsonNode moved =
                some.control("POST", "/bookings/" + id + "/move", "{\"datetime\":\"2026-12-20T10:00:00-05:00\"}");
        JsonNode cancelled = some.control("POST", "/bookings/" + id + "/cancel", "{}");
        JsonNode booked = some.control(
                "POST", "/bookings", "{\"firstName\":\"Ana\",\"lastName\":\"Reyes\",\"email\":\"ana@example.org\"}");

        assertThat(moved.get("startsAt").asString())
                .isEqualTo("2026-12-20T15:00:00Z")
                .isNotEqualTo(before);
        assertThat(cancelled.get("state").asString()).isEqualTo("cancelled");
        assertThat(booking(booked.get("id").asLong()).get("email").asString()).isEqualTo("ana@example.org");
        assertThat(some.control("POST", "/bookings/" + id + "/cancel", "{}")
                        .get("code")
                        .asString())
                .isEqualTo("already-cancelled");
    }

    @Test
    void cancelsAHeldSessionAsNoShow() {
        long id = some.control("GET", "/bookings?state=recent", null)
                .get(0)
                .get("id")
                .asLong();

        some.control("POST", "/bookings/" + id + "/cancel", "{\"noShow\":true}");

        assertThat(some.read("/appointments/" + id).get("noShow").asBoolean()).isTrue();
    }

    @Test
    void deletesSoThatReadsAnswer404() {
        long id = some.someUpcomingBooking();

        some.control("DELETE", "/bookings/" + id, null);

        assertThat(some.acuity("GET", "/appointments/" + id, null).statusCode()).isEqualTo(404);
    }

    @Test
    void keepsEveryChangeOverARestart() throws IOException {
        long id = some.someUpcomingBooking();
        some.control("POST", "/bookings/" + id + "/cancel", "{}");
        some.control("POST", "/codes", "{\"otpauth\":\"GEZDGNBVGY3TQOJQ\"}");
        int bookings = some.control("GET", "/bookings", null).size();

        some.restart();

        assertThat(booking(id).get("state").asString()).isEqualTo("cancelled");
        assertThat(some.control("GET", "/bookings", null)).hasSize(bookings);
        assertThat(some.control("GET", "/codes", null)).hasSize(1);
    }

    @Test
    void sendsForgedRawAndRepeatedHooks() {
        some.receiver.answerWith(401);
        JsonNode forged = some.control("POST", "/deliveries/forged", null);
        some.receiver.answerWith(200);
        JsonNode raw = some.control("POST", "/deliveries/raw", "{\"body\":\"anything %zz\",\"signature\":\"none\"}");
        some.control("POST", "/bookings/" + some.someUpcomingBooking() + "/cancel", "{}");
        JsonNode repeated = some.control("POST", "/deliveries/repeat", "{}");

        assertThat(forged.get("status").asInt()).isEqualTo(401);
        assertThat(raw.get("status").asInt()).isEqualTo(200);
        assertThat(some.receiver.received().get(1).signature()).isEqualTo("null");
        assertThat(repeated.get("body").asString()).startsWith("action=changed");
        assertThat(some.receiver.received()).hasSize(5);
        assertThat(some.get("/control").statusCode()).isEqualTo(200);
    }

    @Test
    void sendsABurstOverSoManyBookings() {
        some.control("POST", "/burst", "{\"count\":30,\"distinct\":3}");

        assertThat(some.receiver.bodies()).hasSize(30);
        assertThat(some.receiver.bodies().stream().distinct()).hasSize(3);
    }

    @Test
    void theSameClientAndMinuteCanBeBookedOnceMore() {
        JsonNode first = booking(some.someUpcomingBooking());

        JsonNode second = some.control("POST", "/bookings/" + first.get("id").asLong() + "/again", null);

        assertThat(second.get("id")).isNotEqualTo(first.get("id"));
        assertThat(second.get("startsAt")).isEqualTo(first.get("startsAt"));
        assertThat(second.get("email")).isEqualTo(first.get("email"));
        assertThat(some.receiver.bodies().getFirst()).startsWith("action=scheduled&");
    }

    @Test
    void aDeliveryCanBeRepeatedLater() {
        some.control("POST", "/bookings/" + some.someUpcomingBooking() + "/cancel", "{}");

        JsonNode later = some.control("POST", "/deliveries/repeat", "{\"afterMillis\":7200000}");
        assertThat(later.get("state").asString()).isEqualTo("waiting");
        some.control("POST", "/clock", "{\"by\":\"PT2H\"}");

        assertThat(some.receiver.received()).hasSize(3);
    }

    @Test
    void movesThePracticesTimeOn() {
        String location = location("/control/clock", "by=PT24H");

        assertThat(location).isEqualTo("/control?done=stepped#clock");
        assertThat(some.control("GET", "/clock", null).get("practiceTime").asString())
                .isEqualTo("2026-11-24T14:00:00Z");
        assertThat(some.get("/control").body()).contains("Tue 24 Nov, 9:00am in the practice");
        assertThat(location("/control/clock", "by=-PT24H")).contains("done=no-step");
    }

    @Test
    void keepsTheMovedTimeOverARestart() throws IOException {
        some.control("POST", "/clock", "{\"by\":\"P1D\"}");

        some.restart();

        assertThat(some.control("GET", "/clock", null).get("practiceTime").asString())
                .isEqualTo("2026-11-24T14:00:00Z");
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThat(code("POST", "/clock", "{\"by\":\"tomorrow\"}")).isEqualTo("bad-request");
        assertThat(code("POST", "/clock", "{\"by\":\"-PT1H\"}")).isEqualTo("bad-request");
        assertThat(code("POST", "/clock", "{\"by\":\"P400D\"}")).isEqualTo("bad-request");
        assertThat(code("POST", "/scenarios/no-such", null)).isEqualTo("not-found");
        assertThat(code("POST", "/bookings/1/again", null)).isEqualTo("not-found");
        assertThat(code("POST", "/deliveries/repeat", "{\"afterMillis\":-1}")).isEqualTo("bad-request");
        assertThat(code("PUT", "/faults", "{\"hookReplayMillis\":-1}")).isEqualTo("bad-request");
        assertThat(code("POST", "/bookings", "{}")).isEqualTo("bad-request");
        assertThat(code("POST", "/bookings", "nonsense")).isEqualTo("bad-request");
        assertThat(code("POST", "/burst", "{\"count\":0}")).isEqualTo("bad-request");
        assertThat(code("PUT", "/faults", "{\"faults\":{\"no-such\":true}}")).isEqualTo("bad-request");
        assertThat(code("PUT", "/faults", "{\"retrySpeed\":0}")).isEqualTo("bad-request");
        assertThat(code("GET", "/bookings?state=odd", null)).isEqualTo("bad-request");
        assertThat(code("GET", "/bookings/1", null)).isEqualTo("not-found");
        assertThat(code("POST", "/bookings/1/move", "{}")).isEqualTo("not-found");
        assertThat(code("POST", "/codes", "{\"otpauth\":\"!\"}")).isEqualTo("bad-request");
        assertThat(code("GET", "/nothing", null)).isEqualTo("not-found");
    }

    @Test
    void thePageCancelsTheChosenBookingAndSaysSo() {
        long id = some.someUpcomingBooking();
        HttpResponse<String> answer = some.form("/control/cancel", "booking=" + id);
        String location = answer.headers().firstValue("Location").orElse("");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location).isEqualTo("/control?done=cancelled&booking=" + id);
        assertThat(some.get(location).body()).contains("Make it happen").contains("Cancelled: ");
        assertThat(booking(id).get("state").asString()).isEqualTo("cancelled");
    }

    @Test
    void thePageBooksMovesMissesAndSwitches() {
        long known = some.someUpcomingBooking();
        long recent = some.control("GET", "/bookings?state=recent", null)
                .get(0)
                .get("id")
                .asLong();

        assertThat(location("/control/book", "who=" + known)).startsWith("/control?done=booked&booking=");
        assertThat(location("/control/book", "who=")).isEqualTo("/control?done=incomplete");
        assertThat(location("/control/move", "booking=" + known + "&to=2026-12-20T10:00"))
                .contains("done=moved");
        assertThat(booking(known).get("startsAt").asString()).isEqualTo("2026-12-20T15:00:00Z");
        assertThat(location("/control/no-show", "booking=" + recent)).contains("done=missed");
        assertThat(location("/control/forge", "")).contains("done=sent");
        assertThat(location("/control/repeat", "")).contains("done=sent");
        assertThat(location("/control/burst", "count=2")).contains("done=burst");
        assertThat(location("/control/fault", "name=slow&on=true")).contains("done=faults");
        assertThat(some.control("GET", "/faults", null)
                        .get("faults")
                        .get("slow")
                        .asBoolean())
                .isTrue();
        assertThat(location("/control/faults-off", "")).contains("done=faults");
        assertThat(some.control("GET", "/faults", null)
                        .get("faults")
                        .get("slow")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void whateverPeopleTypeIsTextOnThePage() {
        some.control(
                "POST",
                "/bookings",
                "{\"firstName\":\"<script>alert(1)</script>\",\"lastName\":\"\\\"><b>x\",\"email\":\"a@example.org\"}");
        some.control("POST", "/deliveries/raw", "{\"body\":\"action=<i>x</i>&id=1\"}");
        some.control("POST", "/codes", "{\"otpauth\":\"otpauth://totp/%3Cu%3Elabel?secret=GEZDGNBV\"}");

        assertThat(some.get("/control").body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert")
                .doesNotContain("<b>x")
                .doesNotContain("<i>x");
        assertThat(some.get("/control/codes").body()).contains("&lt;u&gt;label").doesNotContain("<u>label");
    }

    @Test
    void pagesForbidEverythingButTheirOwnStyleAndScript() {
        var headers = some.get("/control").headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'none'").contains("frame-ancestors 'none'"));
        assertThat(some.get("/control/control.css").statusCode()).isEqualTo(200);
        assertThat(some.get("/control/control.js").statusCode()).isEqualTo(200);
    }

    @Test
    void theCodesPageTakesAKeyAndShowsItsCode() {
        assertThat(location("/control/codes", "otpauth=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"))
                .isEqualTo("/control/codes");
        String code = some.control("GET", "/codes", null).get(0).get("code").asString();

        assertThat(code).matches("\\d{6}");
        assertThat(some.get("/control/codes").body()).contains(code);
        assertThat(location("/control/codes", "otpauth=!")).isEqualTo("/control/codes?refused=true");
        assertThat(location("/control/codes/forget", "")).isEqualTo("/control/codes");
        assertThat(some.control("GET", "/codes", null)).isEmpty();
    }

    @Test
    void requestsFromOtherSitesAreRefused() {
        var foreign = some.request("/control/api/burst").header("Origin", "https://evil.example");
        var rebound = some.request("/control/api/burst").header("Sec-Fetch-Site", "cross-site");
        var own = some.request("/control/api/burst").header("Origin", "http://127.0.0.1:" + some.port());
        var burst = BodyPublishers.ofString("{\"count\":1}");

        assertThat(some.send(foreign.POST(burst)).statusCode()).isEqualTo(403);
        assertThat(some.send(rebound.POST(burst)).statusCode()).isEqualTo(403);
        assertThat(some.send(own.POST(burst)).statusCode()).isEqualTo(202);
    }

    @Test
    void healthIsUpAndTheFrontDoorLeadsToTheControlPage() {
        assertThat(some.get("/healthz").body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(some.control("GET", "/health", null).get("status").asString())
                .isEqualTo("up");
        assertThat(some.get("/").statusCode()).isEqualTo(303);
    }

    private JsonNode booking(long id) {
        return some.control("GET", "/bookings/" + id, null);
    }

    private String code(String method, String path, @Nullable String body) {
        return some.control(method, path, body).get("code").asString();
    }

    private String location(String path, String body) {
        return some.form(path, body).headers().firstValue("Location").orElse("");
    }
}
