package hotleads.core.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who saw something of a person, as the trail has it; the trail's ids are in the order of time. */
@Component
class Viewings {
    /** Acts that show something of a person, and which part of what we hold that is. */
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("list.viewed", "list"),
            Map.entry("list.exported", "list"),
            Map.entry("person.viewed", "record"),
            Map.entry("person.timeline-viewed", "timeline"),
            Map.entry("person.attendance-viewed", "attendance"),
            Map.entry("slots.viewed", "times"),
            Map.entry("people.searched", "search"),
            Map.entry("people.viewed", "list"),
            Map.entry("matches.viewed", "record"),
            Map.entry("person.records-viewed", "record"),
            Map.entry("person.views-viewed", "views"),
            Map.entry("person.export-downloaded", "export"),
            Map.entry("mood.viewed", "mood"),
            Map.entry("care.viewed", "mood"),
            Map.entry("care.listed", "today"),
            Map.entry("sessions.viewed", "today"),
            Map.entry("clients.viewed", "clients"));

    /** Who is on the list is seen hundreds of times a week, so the first looks go no further back than they must. */
    private static final List<Duration> BACK = List.of(Duration.ofDays(14), Duration.ofDays(180));

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Clock clock;

    Viewings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One entry of the trail. */
    record Viewing(UUID id, Instant at, UUID account, String role, String part) {}

    /**
     * The newest ones.
     *
     * @param before the entry they are older than; null for the newest of all
     */
    List<Viewing> of(UUID person, @Nullable UUID before, int most) {
        UUID end = before == null ? idAt(clock.instant().plus(Duration.ofDays(1))) : before;
        for (Duration back : BACK) {
            List<Viewing> found = between(person, idAt(timeOf(end).minus(back)), end, most);
            if (found.size() == most) {
                return found;
            }
        }
        return between(person, FIRST, end, most);
    }

    private List<Viewing> between(UUID person, UUID after, UUID before, int most) {
        return jdbc.sql("""
                        SELECT id, at, actor, role, act FROM audit_entry
                        WHERE subject_kind = 'person' AND string_to_array(subject, ',') @> ARRAY[?]::text[]
                          AND actor_kind = 'person' AND act = ANY (?) AND id > ? AND id < ?
                        ORDER BY id DESC LIMIT ?
                        """)
                .params(person.toString(), PARTS.keySet().toArray(String[]::new), after, before, most)
                .query((row, number) -> new Viewing(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        UUID.fromString(row.getString("actor")),
                        row.getString("role"),
                        PARTS.getOrDefault(row.getString("act"), "record")))
                .list();
    }

    /** The least id of a moment (RFC 9562 §5.7). */
    private static UUID idAt(Instant moment) {
        return new UUID(Math.max(0, moment.toEpochMilli()) << 16, 0);
    }

    private static Instant timeOf(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
