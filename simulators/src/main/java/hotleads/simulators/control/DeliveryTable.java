package hotleads.simulators.control;

import static java.util.stream.Collectors.joining;

import hotleads.simulators.acuity.hooks.Deliveries;
import hotleads.simulators.acuity.hooks.Delivery;
import hotleads.simulators.acuity.hooks.Signing;
import hotleads.simulators.web.Parameters;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The last webhooks with the answers they got. */
final class DeliveryTable {

    private static final int ROWS = 12;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);

    private static final String TABLE = """
            <table>
            <thead><tr><th>No.</th><th>Sent (UTC)</th><th>Event</th><th>Answer</th><th>State</th></tr></thead>
            <tbody>%s</tbody>
            </table>
            """;

    private final Deliveries deliveries;

    DeliveryTable(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    String html() {
        String rows = deliveries.newest(ROWS).stream().map(DeliveryTable::row).collect(joining());
        return rows.isEmpty() ? "<p class=\"empty\">Nothing was sent yet.</p>" : TABLE.formatted(rows);
    }

    private static String row(Delivery one) {
        return "<tr><td data-name=\"No.\">" + one.id() + "</td><td data-name=\"Sent (UTC)\">" + sentAt(one)
                + "</td><td data-name=\"Event\">" + Html.escape(event(one)) + "</td><td data-name=\"Answer\">"
                + Html.escape(answer(one)) + "</td><td data-name=\"State\">" + state(one) + "</td></tr>";
    }

    private static String sentAt(Delivery one) {
        Instant sent = one.lastAttemptAt();
        return sent == null ? "not yet" : CLOCK.format(sent.atOffset(ZoneOffset.UTC));
    }

    private static String event(Delivery one) {
        var fields = Parameters.parse(one.body().contains("%") && !isForm(one.body()) ? "" : one.body());
        String event = fields.get("action").orElse("something else") + " "
                + fields.get("id").orElse("");
        return one.signing() == Signing.RIGHT ? event : event + " (" + signedHow(one.signing()) + ")";
    }

    // A raw body may be anything; only a well-formed one is taken apart.
    private static boolean isForm(String body) {
        return !body.matches("(?s).*%(?![0-9A-Fa-f]{2}).*");
    }

    private static String signedHow(Signing signing) {
        return switch (signing) {
            case RIGHT -> "";
            case FORGED -> "forged";
            case OLD_KEY -> "old key";
            case NONE -> "not signed";
        };
    }

    private static String answer(Delivery one) {
        if (one.attempts() == 0) {
            return "–";
        }
        Integer status = one.status();
        String answer = status == null ? String.valueOf(one.failure()) : status.toString();
        return one.attempts() == 1 ? answer : answer + ", " + one.attempts() + " attempts";
    }

    private static String state(Delivery one) {
        return switch (one.state()) {
            case DELIVERED -> "<span class=\"state ok\">delivered</span>";
            case WAITING ->
                "<span class=\"state wait\">" + (one.attempts() == 0 ? "on its way" : "tried again later") + "</span>";
            case GAVE_UP -> "<span class=\"state bad\">given up</span>";
            case DROPPED -> "<span class=\"state\">dropped</span>";
        };
    }
}
