package hotleads.sync.acuity;

import static hotleads.contracts.ProviderOutcome.BAD_REQUEST;
import static hotleads.contracts.ProviderOutcome.GONE;
import static hotleads.contracts.ProviderOutcome.REFUSED_PERMISSION;
import static hotleads.contracts.ProviderOutcome.REFUSED_TOKEN;
import static hotleads.contracts.ProviderOutcome.RETRY_LATER;
import static hotleads.contracts.ProviderOutcome.UNCLEAR;
import static hotleads.sync.AcuityStandIn.answer;
import static hotleads.sync.AcuityStandIn.html;
import static hotleads.sync.AcuityStandIn.json;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.AppointmentsAnswer;
import hotleads.contracts.FreeDatesQuery;
import hotleads.contracts.FreeTimesQuery;
import hotleads.contracts.NewAcuityHook;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.TimeCheckQuery;
import hotleads.sync.AcuityStandIn;
import hotleads.sync.SomeAnswers;
import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way an answer of Acuity can be, for a single read, for a window and for the other calls. */
class OutcomeTest {
    private static final URI HOOK = URI.create("https://hooks.example.org/webhooks/acuity");

    private final AcuityStandIn acuity = new AcuityStandIn();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        acuity.close();
    }

    static Stream<Arguments> answers() {
        String truncated = SomeAnswers.WHOLE.substring(0, SomeAnswers.WHOLE.length() / 2);
        String badRequest = "{\"status_code\":400,\"message\":\"x\",\"error\":\"bad_request\"}";
        String notFound = "{\"status_code\":404,\"message\":\"x\",\"error\":\"not_found\"}";
        String conflict = "{\"status_code\":409,\"message\":\"x\",\"error\":\"conflict\"}";
        return Stream.of(
                Arguments.of("key refused", json(401, SomeAnswers.UNAUTHORIZED), REFUSED_TOKEN, "key-refused", null),
                Arguments.of("key refused by the edge", html(401), REFUSED_TOKEN, "key-refused", null),
                Arguments.of(
                        "key refused under another number",
                        json(400, SomeAnswers.UNAUTHORIZED),
                        REFUSED_TOKEN,
                        "key-refused",
                        null),
                Arguments.of("forbidden", json(403, SomeAnswers.FORBIDDEN), REFUSED_PERMISSION, "forbidden", null),
                Arguments.of("a page of the edge as 403", html(403), UNCLEAR, "bad-content", null),
                Arguments.of("a page of the edge as 404", html(404), UNCLEAR, "bad-content", null),
                Arguments.of("JSON of someone else as 404", json(404, "{}"), UNCLEAR, "bad-content", null),
                Arguments.of("bad request", json(400, badRequest), BAD_REQUEST, "bad-request", null),
                Arguments.of("conflict", json(409, conflict), BAD_REQUEST, "bad-request", null),
                Arguments.of("not found", json(404, notFound), GONE, "not-found", null),
                Arguments.of("too many", json(429, SomeAnswers.TOO_MANY), RETRY_LATER, "rate-limited", null),
                Arguments.of(
                        "too many, with a time",
                        json(429, SomeAnswers.TOO_MANY, "Retry-After", "7"),
                        RETRY_LATER,
                        "rate-limited",
                        7_000L),
                Arguments.of(
                        "too many, with nonsense for a time",
                        json(429, SomeAnswers.TOO_MANY, "Retry-After", "soon"),
                        RETRY_LATER,
                        "rate-limited",
                        null),
                Arguments.of("too many, by the edge", html(429), RETRY_LATER, "rate-limited", null),
                Arguments.of(
                        "server error",
                        json(500, "{\"status_code\":500,\"message\":\"x\",\"error\":\"server_error\"}"),
                        UNCLEAR,
                        "server-error",
                        null),
                Arguments.of("bad gateway as a page", html(502), UNCLEAR, "server-error", null),
                Arguments.of(
                        "away for a while",
                        answer(503, "text/html", "", "Retry-After", "30"),
                        UNCLEAR,
                        "server-error",
                        30_000L),
                Arguments.of(
                        "a redirect",
                        answer(302, "text/html", "", "Location", "http://127.0.0.1:1/elsewhere"),
                        UNCLEAR,
                        "redirected",
                        null),
                Arguments.of("no content", answer(204, "application/json", ""), UNCLEAR, "bad-content", null),
                Arguments.of("an empty body", answer(200, "application/json", ""), UNCLEAR, "bad-content", null),
                Arguments.of("a page as 200", html(200), UNCLEAR, "bad-content", null),
                Arguments.of("truncated JSON", json(200, truncated), UNCLEAR, "bad-content", null),
                Arguments.of("two JSON values", json(200, "[][]"), UNCLEAR, "bad-content", null),
                Arguments.of("JSON of another shape", json(200, "\"hello\""), UNCLEAR, "bad-content", null),
                Arguments.of("null", json(200, "null"), UNCLEAR, "bad-content", null),
                Arguments.of("deeply nested JSON", json(200, "[".repeat(100_000)), UNCLEAR, "bad-content", null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void ofASingleRead(
            String name, AcuityStandIn.Reaction reaction, ProviderOutcome outcome, String cause, Long retryAfter)
            throws Exception {
        acuity.reacts(reaction);

        AppointmentsAnswer answer = appointment();

        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.cause()).isEqualTo(cause);
        assertThat(answer.retryAfterMillis()).isEqualTo(retryAfter);
        assertThat(answer.appointments()).isEmpty();
        assertThat(acuity.asked()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void ofAWindow(String name, AcuityStandIn.Reaction reaction, ProviderOutcome outcome, String cause, Long retryAfter)
            throws Exception {
        acuity.reacts(reaction);

        AppointmentsAnswer answer = window();

        assertThat(answer.outcome()).isEqualTo(outcome == GONE ? BAD_REQUEST : outcome);
        assertThat(answer.cause()).isEqualTo(outcome == GONE ? "wrong-address" : cause);
        assertThat(answer.retryAfterMillis()).isEqualTo(retryAfter);
        assertThat(answer.appointments()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void ofEveryCallThatExpectsSomethingAlwaysThere(
            String name, AcuityStandIn.Reaction reaction, ProviderOutcome outcome, String cause, Long retryAfter) {
        acuity.reacts(reaction);

        assertThat(calls()).allSatisfy(call -> {
            ProviderAnswer<?> answer = call.apply(reads());
            assertThat(answer.outcome()).isEqualTo(outcome == GONE ? BAD_REQUEST : outcome);
            assertThat(answer.cause()).isEqualTo(outcome == GONE ? "wrong-address" : cause);
            assertThat(answer.retryAfterMillis()).isEqualTo(retryAfter);
            assertThat(answer.content()).isNull();
        });
    }

    @Test
    void isUnclearWhenAcuitySaysNothing() throws Exception {
        acuity.reacts(exchange -> end.await());

        assertThat(appointment()).extracting(AppointmentsAnswer::outcome).isEqualTo(UNCLEAR);
        assertThat(window()).extracting(AppointmentsAnswer::cause).isEqualTo("timed-out");
    }

    @Test
    void isUnclearWhenAcuityStopsInTheMiddle() throws Exception {
        acuity.reacts(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush();
            end.await();
        });

        assertThat(window()).extracting(AppointmentsAnswer::cause).isEqualTo("timed-out");
    }

    @Test
    void isUnclearWhenAcuityDripsForEver() throws Exception {
        acuity.reacts(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            while (end.getCount() > 0) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
        });

        assertThat(window()).extracting(AppointmentsAnswer::outcome).isEqualTo(UNCLEAR);
    }

    @Test
    void isUnclearWhenTheConnectionBreaks() throws Exception {
        acuity.reacts(exchange -> exchange.close());

        assertThat(appointment()).extracting(AppointmentsAnswer::cause).isEqualTo("unreachable");
    }

    @Test
    void isUnclearWhenNobodyListens() throws Exception {
        acuity.close();

        assertThat(appointment()).extracting(AppointmentsAnswer::cause).isEqualTo("unreachable");
    }

    @Test
    void isUnclearWhenOneRecordIsTooLong() throws Exception {
        acuity.reacts(json(200, SomeAnswers.appointment(7, "\"notes\":\"" + "x".repeat(1 << 20) + "\"")));

        assertThat(appointment()).extracting(AppointmentsAnswer::cause).isEqualTo("too-large");
    }

    @Test
    void isToComeBackWhileAcuityAskedForARest() throws Exception {
        acuity.reacts(json(429, SomeAnswers.TOO_MANY, "Retry-After", "3600"));
        SomeReads reads = reads();
        reads.appointment(7);
        acuity.reacts(json(200, SomeAnswers.appointment(7, "")));

        AppointmentsAnswer answer = reads.appointment(7);

        assertThat(answer.outcome()).isEqualTo(RETRY_LATER);
        assertThat(answer.cause()).isEqualTo("own-limit");
        assertThat(acuity.asked()).isEmpty();
    }

    private static List<Function<SomeReads, ProviderAnswer<?>>> calls() {
        return List.of(
                reads -> reads.account.read(),
                reads -> reads.catalogue.read(),
                reads -> reads.freeTimes.dates(new FreeDatesQuery(YearMonth.of(2026, 12), 1, 2, "America/New_York")),
                reads -> reads.freeTimes.times(new FreeTimesQuery(LocalDate.EPOCH, 1, 2, "America/New_York")),
                reads -> reads.freeTimes.check(new TimeCheckQuery(SomeReads.NOW, 1, 2)),
                reads -> reads.hooks.list(),
                reads -> reads.hooks.make(new NewAcuityHook("appointment.scheduled", HOOK)));
    }

    private AppointmentsAnswer appointment() {
        return reads().appointment(7);
    }

    private AppointmentsAnswer window() {
        return reads().window("2026-11-01", "2026-11-01");
    }

    private SomeReads reads() {
        return new SomeReads(acuity.uri());
    }
}
