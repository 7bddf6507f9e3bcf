package hotleads.app.bench;

import hotleads.app.console.Refusal;
import hotleads.scorecard.Before;
import hotleads.scorecard.Known;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A table of past appointments, in the columns of "Medical Appointment No Shows" (110,527 rows, Kaggle). Of whom they
 * were nothing is read but the number that tells one person's appointments from another's.
 */
final class PastAppointments {
    private static final List<String> COLUMNS =
            List.of("PatientId", "AppointmentID", "ScheduledDay", "AppointmentDay", "No-show");

    private PastAppointments() {}

    /** One, with what was known of it the evening before its day. */
    record Appointment(LocalDate day, Known known) {}

    private record Row(String person, String id, LocalDate booked, LocalDate day, boolean wasMissed) {}

    private record History(int earlier, int missed) {
        History and(Row row) {
            return new History(earlier + 1, missed + (row.wasMissed ? 1 : 0));
        }
    }

    /**
     * Day by day, the first day first.
     *
     * @throws Refusal when the file cannot be read as such a table
     */
    static List<List<Appointment>> read(Path file) {
        Map<LocalDate, List<Row>> days = new TreeMap<>();
        try (Stream<String> lines = Files.lines(file)) {
            List<String> all = lines.toList();
            List<String> head =
                    all.isEmpty() ? List.of() : List.of(all.getFirst().split(",", -1));
            if (!head.containsAll(COLUMNS)) {
                throw new Refusal("The table needs the columns " + String.join(", ", COLUMNS) + ".");
            }
            for (String line : all.subList(1, all.size())) {
                String[] cells = line.split(",", -1);
                if (cells.length != head.size()) {
                    throw new Refusal("The table of appointments has a row of " + cells.length
                            + " cells under a head of " + head.size() + ".");
                }
                Row row = row(head, cells);
                days.computeIfAbsent(row.day, _ -> new ArrayList<>()).add(row);
            }
        } catch (IOException | DateTimeException unreadable) {
            throw new Refusal("The table of appointments cannot be read: "
                    + unreadable.getClass().getSimpleName() + ".");
        }
        return withHistory(days);
    }

    private static Row row(List<String> head, String[] cells) {
        return new Row(
                cells[head.indexOf("PatientId")],
                cells[head.indexOf("AppointmentID")],
                OffsetDateTime.parse(cells[head.indexOf("ScheduledDay")]).toLocalDate(),
                OffsetDateTime.parse(cells[head.indexOf("AppointmentDay")]).toLocalDate(),
                cells[head.indexOf("No-show")].equals("Yes"));
    }

    private static List<List<Appointment>> withHistory(Map<LocalDate, List<Row>> days) {
        Map<String, History> histories = new HashMap<>();
        List<List<Appointment>> told = new ArrayList<>();
        for (List<Row> day : days.values()) {
            day.sort(Comparator.comparing(Row::booked).thenComparing(Row::id));
            told.add(day.stream().map(row -> told(row, histories)).toList());
            // Only now: how the morning went is not known the evening before.
            day.forEach(row -> histories.put(row.person, of(row, histories).and(row)));
        }
        return told;
    }

    private static Appointment told(Row row, Map<String, History> histories) {
        History history = of(row, histories);
        // A few were written down after the day they are about.
        int ahead = Math.max(0, (int) ChronoUnit.DAYS.between(row.booked, row.day));
        return new Appointment(row.day, new Known(new Before(ahead, history.earlier, history.missed), row.wasMissed));
    }

    private static History of(Row row, Map<String, History> histories) {
        return histories.getOrDefault(row.person, new History(0, 0));
    }
}
