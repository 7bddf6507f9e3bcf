package hotleads.core.connections;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A stretch of appointment dates; both ends belong to it. */
public record DateWindow(LocalDate from, LocalDate to) {
    private static final int DAYS = 14;

    /** In pieces of a size one read can bring, from the future back: what lies ahead decides who is on the list. */
    public List<DateWindow> pieces() {
        List<DateWindow> pieces = new ArrayList<>();
        LocalDate end = to;
        while (!end.isBefore(from)) {
            LocalDate start = latest(end.minusDays(DAYS - 1), from);
            pieces.add(new DateWindow(start, end));
            end = start.minusDays(1);
        }
        return List.copyOf(pieces);
    }

    public Instant begins(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    public Instant ends(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
