package hotleads.auth.notices;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much waits for somebody on one day: numbers, and nobody in them.
 *
 * @param day where the practice is
 */
public record DayCounts(LocalDate day, Map<Counted, Integer> counts) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);

    /** What is counted, in the order in which it is told. */
    public enum Counted {
        CALL_BACKS("call-back due", "call-backs due"),
        NEW_HOT("person newly hot", "people newly hot"),
        HOT("person hot on the list", "people hot on the list"),
        CONFIRM("session to confirm", "sessions to confirm"),
        CARE_UNANSWERED("care check-in nobody has answered", "care check-ins nobody has answered"),
        REBOOK("client to rebook", "clients to rebook"),
        CONNECTIONS("connection not on time", "connections not on time"),
        ERASURES("erasure to decide", "erasures to decide"),
        APPROVALS("approval", "approvals"),
        SESSIONS("session today", "sessions today"),
        ATTENDANCE("session whose attendance is not clear", "sessions whose attendance is not clear"),
        CARE("care check-in to answer", "care check-ins to answer");

        private final String one;
        private final String several;

        Counted(String one, String several) {
            this.one = one;
            this.several = several;
        }

        private String line(int count) {
            return "- " + count + " " + (count == 1 ? one : several) + "\n";
        }
    }

    String text() {
        String lines = Arrays.stream(Counted.values())
                .filter(each -> counts.getOrDefault(each, 0) > 0)
                .map(each -> each.line(counts.getOrDefault(each, 0)))
                .collect(Collectors.joining());
        return DAY.format(day) + "\n\n" + (lines.isEmpty() ? "A quiet morning. Nothing waits for you.\n" : lines);
    }
}
