package hotleads.sync.acuity;

import com.sun.net.httpserver.HttpExchange;
import hotleads.sync.AcuityStandIn;
import hotleads.sync.SomeAnswers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Answers as Acuity does for a practice with one booking a day around {@link #TODAY}, every third cancelled, one
 * practitioner who is free at ten each weekday, and hooks.
 */
final class SomePractice implements AcuityStandIn.Reaction {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final Pattern SINGLE = Pattern.compile("/acuity/api/v1/appointments/(\\d+)");
    private static final Pattern WINDOW =
            Pattern.compile("/acuity/api/v1/appointments\\?minDate=([\\d-]+)&maxDate=([\\d-]+)&showall=true.*");

    private final SomeAccount account = new SomeAccount();
    private final String authorization;

    SomePractice(String userId, String key) {
        byte[] pair = (userId + ':' + key).getBytes(StandardCharsets.UTF_8);
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public void to(HttpExchange exchange) throws IOException, InterruptedException {
        if (!authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            AcuityStandIn.json(401, SomeAnswers.UNAUTHORIZED).to(exchange);
            return;
        }
        String asked = exchange.getRequestURI().toString();
        Matcher single = SINGLE.matcher(asked);
        Matcher window = WINDOW.matcher(asked);
        if (window.matches()) {
            AcuityStandIn.json(200, window(window.group(1), window.group(2))).to(exchange);
        } else if (single.matches() && isBooked(LocalDate.ofEpochDay(Long.parseLong(single.group(1))))) {
            LocalDate day = LocalDate.ofEpochDay(Long.parseLong(single.group(1)));
            AcuityStandIn.json(200, booking(day, ",\"isVerified\":false,\"scheduledBy\":\"dana@example.org\""))
                    .to(exchange);
        } else {
            AcuityStandIn.Reaction other = Objects.requireNonNullElseGet(
                    account.answer(exchange.getRequestMethod(), asked, body(exchange)),
                    () -> AcuityStandIn.json(404, SomeAnswers.NO_SUCH_APPOINTMENT));
            other.to(exchange);
        }
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String window(String from, String to) {
        return LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to).plusDays(1))
                .filter(SomePractice::isBooked)
                .map(day -> booking(day, ""))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static boolean isBooked(LocalDate day) {
        return day.isAfter(TODAY.minusDays(40)) && day.isBefore(TODAY.plusDays(40));
    }

    /** The day is the id. */
    private static String booking(LocalDate day, String more) {
        boolean canceled = day.toEpochDay() % 3 == 0;
        return """
                {"id":%d,"firstName":"Ana","lastName":"O'Brien","email":"ana@example.org","phone":"1235550103",\
                "datetime":"%sT15:30:00-0500","duration":"50","calendarID":4038206,"appointmentTypeID":14792299,\
                "timezone":"America/Chicago","calendarTimezone":"America/New_York","labels":null,"canceled":%s%s%s}""".formatted(
                day.toEpochDay(), day, canceled, canceled ? ",\"noShow\":" + (day.toEpochDay() % 2 == 0) : "", more);
    }
}
