package hotleads.core.connections;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A stretch of days in which so many appointments wait that one read of it beats reading them one by one. */
record BusyWindow(LocalDate from, LocalDate to) {
    private static final int DAYS = 14;
    private static final int WORTH_A_READ = 6;
    private static final int MOST = 12;

    /** The busiest windows first; the coming fortnight is always among them, because that is where new bookings lie. */
    static List<BusyWindow> worthReading(List<Instant> starts, Instant now) {
        Map<Long, Long> waiting =
                new TreeMap<>(starts.stream().collect(Collectors.groupingBy(BusyWindow::slot, Collectors.counting())));
        waiting.merge(slot(now), (long) WORTH_A_READ, Long::sum);
        return waiting.entrySet().stream()
                .filter(entry -> entry.getValue() >= WORTH_A_READ)
                .sorted(Map.Entry.<Long, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .map(entry -> ofSlot(entry.getKey()))
                .toList();
    }

    private static long slot(Instant instant) {
        return Math.floorDiv(instant.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay(), DAYS);
    }

    private static BusyWindow ofSlot(long slot) {
        LocalDate first = LocalDate.ofEpochDay(slot * DAYS);
        // A day more at each end: the provider's dates are those of its own zone.
        return new BusyWindow(first.minusDays(1), first.plusDays(DAYS));
    }
}
