package hotleads.core.attendance;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Judgements as stored: derived, so each can be made anew. One of a time that the booking left counts no more. */
@Component
public class Attendances {
    private final JdbcClient jdbc;

    Attendances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param receivedAt when the last answer came that it stands on */
    public record Held(Judgement judgement, Instant receivedAt) {}

    /** By booking, of all bookings of these people. */
    public Map<Long, Held> ofEach(Collection<UUID> people) {
        Map<Long, Held> held = new HashMap<>();
        jdbc.sql("""
                        SELECT a.booking_id, a.verdict, a.state, a.rung, a.present_from, a.present_to, a.arrived_at,
                          a.present_seconds, a.host_seconds, a.facts, a.settled, a.runs, a.received_at
                        FROM booking b JOIN attendance a ON a.booking_id = b.id AND a.starts_at = b.starts_at
                        WHERE b.person_id = ANY (?)
                        """).param(people.toArray(UUID[]::new)).query(row -> {
            held.put(row.getLong("booking_id"), read(row));
        });
        return held;
    }

    /** @return whether it is another than before */
    boolean put(long booking, Instant startsAt, Judgement judgement, Instant receivedAt) {
        return jdbc.sql("""
                        INSERT INTO attendance AS held
                          (booking_id, starts_at, verdict, state, rung, present_from, present_to, arrived_at, present_seconds,
                           host_seconds, facts, settled, runs, received_at)
                        VALUES (?, ?, ?, ?, ?, ?::timestamptz[], ?::timestamptz[], ?, ?, ?, ?::text[], ?, ?::bigint[], ?)
                        ON CONFLICT (booking_id) DO UPDATE SET
                          starts_at = excluded.starts_at, verdict = excluded.verdict, state = excluded.state, rung = excluded.rung,
                          present_from = excluded.present_from, present_to = excluded.present_to, arrived_at = excluded.arrived_at,
                          present_seconds = excluded.present_seconds, host_seconds = excluded.host_seconds,
                          facts = excluded.facts, settled = excluded.settled, runs = excluded.runs,
                          received_at = excluded.received_at
                        WHERE (held.starts_at, held.verdict, held.state, held.rung, held.present_from, held.present_to,
                               held.arrived_at, held.present_seconds, held.host_seconds, held.facts, held.settled, held.runs,
                               held.received_at)
                          IS DISTINCT FROM
                              (excluded.starts_at, excluded.verdict, excluded.state, excluded.rung, excluded.present_from,
                               excluded.present_to, excluded.arrived_at, excluded.present_seconds, excluded.host_seconds,
                               excluded.facts, excluded.settled, excluded.runs, excluded.received_at)
                        """)
                        .params(Arrays.asList(
                                booking,
                                Timestamp.from(startsAt),
                                judgement.verdict().word(),
                                judgement.state().word(),
                                judgement.rung() == null
                                        ? null
                                        : judgement.rung().word(),
                                array(judgement.present().stream()
                                        .map(Span::from)
                                        .toList()),
                                array(judgement.present().stream().map(Span::to).toList()),
                                judgement.arrivedAt() == null ? null : Timestamp.from(judgement.arrivedAt()),
                                judgement.presentSeconds(),
                                judgement.hostSeconds(),
                                array(judgement.facts().stream()
                                        .map(Fact::word)
                                        .sorted()
                                        .toList()),
                                judgement.settled(),
                                array(judgement.runs()),
                                Timestamp.from(receivedAt)))
                        .update()
                == 1;
    }

    /** As PostgreSQL writes arrays: the driver has no encoding for instants in one. */
    private static String array(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static Held read(ResultSet row) throws SQLException {
        String rung = row.getString("rung");
        Timestamp arrived = row.getTimestamp("arrived_at");
        List<Span> present = new ArrayList<>();
        Timestamp[] from = times(row.getArray("present_from"));
        Timestamp[] to = times(row.getArray("present_to"));
        for (int i = 0; i < from.length; i++) {
            present.add(new Span(from[i].toInstant(), to[i].toInstant()));
        }
        return new Held(
                new Judgement(
                        Verdict.valueOf(upper(row.getString("verdict"))),
                        AttendanceState.of(row.getString("state")),
                        rung == null ? null : Rung.valueOf(upper(rung)),
                        present,
                        arrived == null ? null : arrived.toInstant(),
                        row.getLong("present_seconds"),
                        row.getLong("host_seconds"),
                        facts(row.getArray("facts")),
                        row.getBoolean("settled"),
                        List.of((Long[]) row.getArray("runs").getArray())),
                row.getTimestamp("received_at").toInstant());
    }

    private static Timestamp[] times(Array array) throws SQLException {
        return (Timestamp[]) array.getArray();
    }

    private static Set<Fact> facts(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray())
                .map(word -> Fact.valueOf(upper(word)))
                .collect(Collectors.toSet());
    }

    private static String upper(@Nullable String word) {
        return String.valueOf(word).toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }
}
