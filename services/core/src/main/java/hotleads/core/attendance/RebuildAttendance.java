package hotleads.core.attendance;

import hotleads.core.rebuilds.Derived;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When runs were and what was judged by them, from what was answered; bookings come first, the list after. */
@Component
@Order(2)
class RebuildAttendance implements Derived {
    private static final int AT_ONCE = 50;
    private static final String RUNS = "run";
    private static final String BOOKINGS = "booking";

    private final Runs runs;
    private final DeriveAttendance derive;
    private final JdbcClient jdbc;

    RebuildAttendance(Runs runs, DeriveAttendance derive, JdbcClient jdbc) {
        this.runs = runs;
        this.derive = derive;
        this.jdbc = jdbc;
    }

    @Override
    public List<String> tables() {
        return List.of("zoom_run", "attendance");
    }

    /** Runs first, as judging looks at those of all practitioners. */
    @Override
    public Batch rebuildAfter(@Nullable String mark) {
        String[] at = (mark == null ? RUNS + ":0" : mark).split(":", 2);
        long after = Long.parseLong(at[1]);
        if (at[0].equals(RUNS)) {
            List<Long> some =
                    some("SELECT id FROM source_record WHERE source = 'zoom' AND id > ? ORDER BY id LIMIT ?", after);
            some.forEach(runs::placeAgain);
            return new Batch(some.size(), some.size() == AT_ONCE ? RUNS + ":" + some.getLast() : BOOKINGS + ":0");
        }
        List<Long> some =
                some("SELECT booking_id FROM attendance_look WHERE booking_id > ? ORDER BY booking_id LIMIT ?", after);
        var unused = derive.of(some);
        return new Batch(some.size(), some.size() == AT_ONCE ? BOOKINGS + ":" + some.getLast() : null);
    }

    private List<Long> some(String sql, long after) {
        return jdbc.sql(sql)
                .params(after, AT_ONCE)
                .query((row, number) -> row.getLong(1))
                .list();
    }
}
