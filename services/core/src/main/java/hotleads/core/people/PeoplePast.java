package hotleads.core.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How people could be reached at any time, and whether it was open then who they are. */
@Component
public class PeoplePast {
    private final JdbcClient jdbc;

    PeoplePast(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One record of theirs. */
    record Record(Instant since, boolean email, boolean phone) {}

    /** @param until when it was first decided; null while it is open */
    record OpenMatch(Instant since, @Nullable Instant until) {}

    /**
     * Whether there was an address and a number then.
     *
     * @param changedAt when the last record of several came; null while there was one
     */
    public record Contact(
            boolean email, boolean phone, @Nullable Instant changedAt) {}

    /** Of one person. */
    public record Known(List<Record> records, List<OpenMatch> matches) {
        public static final Known NOTHING = new Known(List.of(), List.of());

        public Contact contactAt(Instant then) {
            List<Record> held = records.stream()
                    .filter(record -> !record.since.isAfter(then))
                    .toList();
            return new Contact(
                    held.stream().anyMatch(Record::email),
                    held.stream().anyMatch(Record::phone),
                    held.size() > 1
                            ? held.stream()
                                    .map(Record::since)
                                    .max(Instant::compareTo)
                                    .orElse(null)
                            : null);
        }

        /** When any of it came or was decided. */
        public Stream<Instant> changes() {
            return Stream.concat(
                    records.stream().map(Record::since),
                    matches.stream()
                            .flatMap(match -> Stream.concat(Stream.of(match.since), Stream.ofNullable(match.until))));
        }

        public boolean hadOpenMatchAt(Instant then) {
            return matches.stream()
                    .anyMatch(
                            match -> !match.since.isAfter(then) && (match.until == null || match.until.isAfter(then)));
        }
    }

    /** Whoever has no record is left out. */
    public Map<UUID, Known> ofEach(Collection<UUID> people) {
        Map<UUID, Known> known = new HashMap<>();
        UUID[] wanted = people.toArray(UUID[]::new);
        jdbc.sql("""
                        SELECT person_id, created_at, email IS NOT NULL AS email, phone IS NOT NULL AS phone
                        FROM identity WHERE person_id = ANY (?) ORDER BY created_at
                        """).param(wanted).query(row -> {
            of(known, row.getObject("person_id", UUID.class))
                    .records
                    .add(new Record(
                            row.getTimestamp("created_at").toInstant(),
                            row.getBoolean("email"),
                            row.getBoolean("phone")));
        });
        jdbc.sql("""
                        SELECT i.person_id, c.created_at, c.state,
                               (SELECT min(d.at) FROM match_decision d WHERE d.candidate_id = c.id AND d.verdict <> 'not-sure') AS decided_at
                        FROM identity i JOIN match_candidate c ON c.identity_a = i.id
                        WHERE i.person_id = ANY (?) AND c.state <> 'weak'
                        UNION ALL
                        SELECT i.person_id, c.created_at, c.state,
                               (SELECT min(d.at) FROM match_decision d WHERE d.candidate_id = c.id AND d.verdict <> 'not-sure') AS decided_at
                        FROM identity i JOIN match_candidate c ON c.identity_b = i.id
                        WHERE i.person_id = ANY (?) AND c.state <> 'weak'
                        """).params(wanted, wanted).query(row -> {
            Timestamp decided = row.getTimestamp("decided_at");
            boolean isOpen = row.getString("state").equals("open")
                    || row.getString("state").equals("not-sure");
            if (decided != null || isOpen) {
                of(known, row.getObject("person_id", UUID.class))
                        .matches
                        .add(new OpenMatch(
                                row.getTimestamp("created_at").toInstant(),
                                decided == null ? null : decided.toInstant()));
            }
        });
        return known;
    }

    private static Known of(Map<UUID, Known> known, UUID person) {
        return known.computeIfAbsent(person, first -> new Known(new ArrayList<>(), new ArrayList<>()));
    }
}
