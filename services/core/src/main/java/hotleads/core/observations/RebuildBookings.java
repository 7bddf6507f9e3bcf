package hotleads.core.observations;

import hotleads.core.rebuilds.Derived;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bookings and their moves, each anew from its observations; one that has none goes. */
@Component
@Order(1)
class RebuildBookings implements Derived {
    private static final int AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final Observations observations;
    private final DeriveBooking derive;
    private final Bookings bookings;
    private final Moves moves;

    RebuildBookings(JdbcClient jdbc, Observations observations, DeriveBooking derive, Bookings bookings, Moves moves) {
        this.jdbc = jdbc;
        this.observations = observations;
        this.derive = derive;
        this.bookings = bookings;
        this.moves = moves;
    }

    @Override
    public List<String> tables() {
        return List.of("booking", "booking_move");
    }

    @Override
    public Batch rebuildAfter(@Nullable String mark) {
        List<Long> records = recordsAfter(mark == null ? Long.MIN_VALUE : Long.parseLong(mark));
        rebuild(records);
        if (records.size() == AT_ONCE) {
            return new Batch(records.size(), Long.toString(records.getLast()));
        }
        removeWhatNothingTellsOf();
        return new Batch(records.size(), null);
    }

    private void rebuild(List<Long> appointments) {
        observations.lock(appointments);
        Map<Long, List<Observation>> seen = observations.ofEach(appointments);
        bookings.put(derive.fromEach(seen.values()));
        seen.forEach((appointment, theirs) -> moves.put(appointment, derive.starts(theirs)));
    }

    private List<Long> recordsAfter(long last) {
        return jdbc.sql("""
                        SELECT DISTINCT record_id FROM observation WHERE source = 'acuity' AND record_id > ?
                        ORDER BY record_id LIMIT ?
                        """)
                .params(last, AT_ONCE)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private void removeWhatNothingTellsOf() {
        jdbc.sql("""
                        DELETE FROM booking b
                        WHERE NOT EXISTS (SELECT 1 FROM observation o WHERE o.source = 'acuity' AND o.record_id = b.id)
                        """).update();
        jdbc.sql("DELETE FROM booking_move m WHERE NOT EXISTS (SELECT 1 FROM booking b WHERE b.id = m.booking_id)")
                .update();
    }
}
