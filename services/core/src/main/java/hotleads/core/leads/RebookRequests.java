package hotleads.core.leads;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Practitioners' wishes that nobody has met yet. */
@Component
class RebookRequests {
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    RebookRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One of them, by the practitioner's account. */
    record Waiting(UUID id, UUID personId, Instant at, UUID by) {}

    List<Waiting> waiting(Instant now) {
        return jdbc.sql("""
                        SELECT a.id, a.person_id, a.at, a.account_id FROM act a
                        WHERE a.kind = 'rebook-asked' AND a.undone_at IS NULL
                          AND NOT EXISTS (SELECT 1 FROM outcome o
                                          WHERE o.person_id = a.person_id AND o.at > a.at AND o.undone_at IS NULL)
                          AND NOT EXISTS (SELECT 1 FROM booking b
                                          WHERE b.person_id = a.person_id AND b.state = 'booked' AND b.starts_at > ?)
                        ORDER BY a.at, a.id LIMIT ?
                        """)
                .params(Timestamp.from(now), MOST)
                .query((row, number) -> new Waiting(
                        row.getObject("id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        row.getObject("account_id", UUID.class)))
                .list();
    }
}
