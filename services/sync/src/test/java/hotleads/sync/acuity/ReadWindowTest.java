package hotleads.sync.acuity;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.AcuityAppointment;
import hotleads.contracts.AppointmentsAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.sync.AcuityStandIn;
import hotleads.sync.Program;
import hotleads.sync.SomeAnswers;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadWindowTest {
    private static final int MOST_ROWS = 4;
    private static final AcuityStandIn ACUITY = new AcuityStandIn();
    private static final Program PROGRAM = new Program(
            ACUITY.uri(), "10000001", "some-key", "sync.acuity.most-rows=" + MOST_ROWS, "sync.acuity.most-bytes=4KB");

    @AfterAll
    static void stop() {
        PROGRAM.close();
        ACUITY.close();
    }

    @Test
    void asksForEverythingInTheWindowAndForNoForms() throws Exception {
        ACUITY.reacts(AcuityStandIn.json(200, SomeAnswers.appointments(LongStream.of(1, 2))));

        AppointmentsAnswer answer = read("2026-11-01", "2026-11-14");

        assertThat(answer.outcome()).isEqualTo(ProviderOutcome.OK);
        assertThat(answer.appointments()).extracting(AcuityAppointment::id).containsExactly(1L, 2L);
        assertThat(ACUITY.asked().getFirst().path())
                .isEqualTo("/acuity/api/v1/appointments?minDate=2026-11-01&maxDate=2026-11-14"
                        + "&showall=true&excludeForms=true&direction=ASC&max=" + MOST_ROWS);
    }

    @Test
    void saysThatThereIsNothing() throws Exception {
        ACUITY.reacts(AcuityStandIn.json(200, "[]"));

        AppointmentsAnswer answer = read("2026-11-01", "2026-11-14");

        assertThat(answer.outcome()).isEqualTo(ProviderOutcome.NOTHING);
        assertThat(answer.appointments()).isEmpty();
    }

    @Test
    void isHalvedUntilNoPartComesBackFull() throws Exception {
        ACUITY.reacts(practiceWith(3, 14));

        AppointmentsAnswer answer = read("2026-11-01", "2026-11-14");

        assertThat(answer.appointments())
                .extracting(AcuityAppointment::id)
                .hasSize(3 * 14)
                .doesNotHaveDuplicates();
        assertThat(ACUITY.asked().getFirst().path()).contains("minDate=2026-11-01&maxDate=2026-11-14");
        assertThat(ACUITY.asked().get(1).path()).contains("minDate=2026-11-01&maxDate=2026-11-07");
    }

    @Test
    void isHalvedWhenItIsTooLongToRead() throws Exception {
        String filler = "\"notes\":\"" + "x".repeat(3_000) + "\"";
        ACUITY.reacts(exchange -> {
            boolean oneDay = !exchange.getRequestURI().getQuery().contains("minDate=2026-11-01&maxDate=2026-11-02");
            long day = exchange.getRequestURI().getQuery().contains("minDate=2026-11-01") ? 1 : 2;
            String first = SomeAnswers.appointment(day, filler);
            String all = oneDay ? "[" + first + "]" : "[" + first + "," + SomeAnswers.appointment(2, filler) + "]";
            AcuityStandIn.json(200, all).to(exchange);
        });

        AppointmentsAnswer answer = read("2026-11-01", "2026-11-02");

        assertThat(answer.appointments()).extracting(AcuityAppointment::id).containsExactly(1L, 2L);
    }

    @Test
    void failsWhenASingleDayIsFull() throws Exception {
        ACUITY.reacts(practiceWith(MOST_ROWS, 1));

        AppointmentsAnswer answer = read("2026-11-01", "2026-11-02");

        assertThat(answer.outcome()).isEqualTo(ProviderOutcome.UNCLEAR);
        assertThat(answer.cause()).isEqualTo("day-too-full");
        assertThat(answer.appointments()).isEmpty();
    }

    @Test
    void bringsNothingWhenOneOfItsPartsFails() throws Exception {
        AcuityStandIn.Reaction practice = practiceWith(3, 14);
        ACUITY.reacts(exchange -> {
            boolean lastPart = exchange.getRequestURI().getQuery().contains("maxDate=2026-11-14")
                    && !exchange.getRequestURI().getQuery().contains("minDate=2026-11-01");
            (lastPart ? AcuityStandIn.html(502) : practice).to(exchange);
        });

        AppointmentsAnswer answer = read("2026-11-01", "2026-11-14");

        assertThat(answer.outcome()).isEqualTo(ProviderOutcome.UNCLEAR);
        assertThat(answer.cause()).isEqualTo("server-error");
        assertThat(answer.appointments()).isEmpty();
    }

    @Test
    void takesTheLaterOfTwoReadsOfOneBooking() throws Exception {
        ACUITY.reacts(exchange -> {
            Map<String, String> answers = Map.of(
                    "minDate=2026-11-01&maxDate=2026-11-01",
                            "[" + SomeAnswers.appointment(7, "\"canceled\":false") + "]",
                    "minDate=2026-11-02&maxDate=2026-11-02",
                            "[" + SomeAnswers.appointment(7, "\"canceled\":true") + "]");
            String whole = SomeAnswers.appointments(LongStream.rangeClosed(1, MOST_ROWS));
            String query = exchange.getRequestURI().getQuery();
            String body = answers.entrySet().stream()
                    .filter(entry -> query.startsWith(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(whole);
            AcuityStandIn.json(200, body).to(exchange);
        });

        AppointmentsAnswer answer = read("2026-11-01", "2026-11-02");

        assertThat(answer.appointments()).singleElement().matches(AcuityAppointment::canceled);
    }

    @Test
    void keepsTheOtherRowsWhenOneIsBroken() throws Exception {
        String broken = "{\"id\":2,\"datetime\":\"soon\",\"duration\":\"50\",\"calendarID\":1,\"appointmentTypeID\":1}";
        ACUITY.reacts(AcuityStandIn.json(
                200, "[" + SomeAnswers.appointment(1, "") + "," + broken + ",{\"firstName\":\"Ana\"}]"));

        AppointmentsAnswer answer = read("2026-11-01", "2026-11-14");

        assertThat(answer.outcome()).isEqualTo(ProviderOutcome.OK);
        assertThat(answer.appointments()).extracting(AcuityAppointment::id).containsExactly(1L);
        assertThat(answer.unreadable()).containsExactly(2L);
    }

    @Test
    void cannotBeGone() throws Exception {
        ACUITY.reacts(AcuityStandIn.json(404, SomeAnswers.NO_SUCH_APPOINTMENT));

        AppointmentsAnswer answer = read("2026-11-01", "2026-11-14");

        assertThat(answer.outcome()).isEqualTo(ProviderOutcome.BAD_REQUEST);
        assertThat(answer.cause()).isEqualTo("wrong-address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"from\":\"2026-11-02\"}",
                "{\"from\":\"2026-11-02\",\"to\":\"2026-11-01\"}",
                "{\"from\":\"x\",\"to\":\"2026-11-01\"}",
                "[]",
                "",
            })
    void isRefusedWithoutTwoDatesInOrder(String order) throws Exception {
        HttpResponse<String> answer = PROGRAM.post("/internal/acuity/window", order);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    /**
     * Answers windows of November 2026 in which the first days have so many bookings each; at most the most at once.
     */
    private static AcuityStandIn.Reaction practiceWith(int aDay, int days) {
        return exchange -> {
            URI asked = exchange.getRequestURI();
            LongStream ids = LocalDate.parse(parameter(asked, "minDate"))
                    .datesUntil(LocalDate.parse(parameter(asked, "maxDate")).plusDays(1))
                    .filter(day -> day.getDayOfMonth() <= days)
                    .flatMap(day -> Stream.iterate(day.getDayOfMonth() * 100L, id -> id + 1)
                            .limit(aDay))
                    .mapToLong(id -> id)
                    .limit(MOST_ROWS);
            AcuityStandIn.json(200, SomeAnswers.appointments(ids)).to(exchange);
        };
    }

    private static String parameter(URI asked, String name) {
        return Pattern.compile("&")
                .splitAsStream(asked.getQuery())
                .collect(Collectors.toMap(pair -> pair.split("=")[0], pair -> pair.split("=")[1]))
                .getOrDefault(name, "");
    }

    private static AppointmentsAnswer read(String from, String to) throws Exception {
        return PROGRAM.ask(
                "/internal/acuity/window",
                "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to),
                AppointmentsAnswer.class);
    }
}
