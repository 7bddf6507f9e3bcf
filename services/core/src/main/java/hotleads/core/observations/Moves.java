package hotleads.core.observations;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves of bookings as stored: derived from what each of a booking's observations says of its start. */
@Component
public class Moves {
    private final JdbcClient jdbc;

    Moves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of all bookings of these people that Acuity still has; whoever never moved one is left out. */
    public Map<UUID, List<Move>> ofEach(Collection<UUID> people) {
        Map<UUID, List<Move>> moves = new HashMap<>();
        jdbc.sql("""
                        SELECT b.person_id, m.booking_id, m.from_starts_at, m.to_starts_at, m.seen_at
                        FROM booking b JOIN booking_move m ON m.booking_id = b.id
                        WHERE b.person_id = ANY (?) AND b.state <> 'gone' ORDER BY m.seen_at, m.booking_id
                        """).param(people.toArray(UUID[]::new)).query(row -> {
            moves.computeIfAbsent(row.getObject("person_id", UUID.class), first -> new ArrayList<>())
                    .add(new Move(
                            row.getLong("booking_id"),
                            row.getTimestamp("from_starts_at").toInstant(),
                            row.getTimestamp("to_starts_at").toInstant(),
                            row.getTimestamp("seen_at").toInstant()));
        });
        return moves;
    }

    /** @param seen what the booking's observations say of its start, in the order of the reads */
    void put(long booking, List<SeenStart> seen) {
        jdbc.sql("DELETE FROM booking_move WHERE booking_id = ?").param(booking).update();
        for (SeenMove move : movesAmong(seen)) {
            jdbc.sql("""
                            INSERT INTO booking_move (booking_id, observation_id, from_starts_at, to_starts_at, seen_at)
                            VALUES (?, ?, ?, ?, ?)
                            """)
                    .params(
                            booking,
                            move.after.observationId,
                            Timestamp.from(move.before.startsAt),
                            Timestamp.from(move.after.startsAt),
                            Timestamp.from(move.after.receivedAt))
                    .update();
        }
    }

    private static List<SeenMove> movesAmong(List<SeenStart> seen) {
        List<SeenMove> moves = new ArrayList<>();
        for (int i = 1; i < seen.size(); i++) {
            SeenMove move = new SeenMove(seen.get(i - 1), seen.get(i));
            if (!move.before.startsAt.equals(move.after.startsAt)) {
                moves.add(move);
            }
        }
        return moves;
    }

    /** One observation's start. */
    record SeenStart(UUID observationId, Instant startsAt, Instant receivedAt) {}

    private record SeenMove(SeenStart before, SeenStart after) {}
}
