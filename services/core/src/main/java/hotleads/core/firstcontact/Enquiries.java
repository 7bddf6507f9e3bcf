package hotleads.core.firstcontact;

import hotleads.core.leads.rules.OutcomeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Zoho's enquiries with the first that anybody did about them, here or there. */
@Component
class Enquiries {
    private static final String[] CONTACTS = Arrays.stream(OutcomeKind.values())
            .filter(OutcomeKind::isContact)
            .map(OutcomeKind::code)
            .toArray(String[]::new);

    private final JdbcClient jdbc;

    Enquiries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One enquiry.
     *
     * @param answeredAt by an outcome logged here, or when it left its first stage in Zoho; null while neither
     * @param by who logged the outcome; null when Zoho was quicker, as it does not tell in our words who it was
     */
    record Enquiry(
            UUID person,
            Instant enquiredAt,
            @Nullable Instant answeredAt,
            @Nullable UUID by) {
        @Nullable
        Long minutes() {
            return answeredAt == null
                    ? null
                    : Duration.between(enquiredAt, answeredAt).toMinutes();
        }
    }

    /** The newest first. */
    List<Enquiry> since(Instant since, int most) {
        return jdbc.sql("""
                        WITH enquiry AS (
                          SELECT id, person_id, enquired_at FROM crm_record
                          WHERE module = 'Leads' AND state <> 'gone' AND enquired_at >= ?
                          ORDER BY enquired_at DESC, id DESC LIMIT ?)
                        SELECT e.person_id, e.enquired_at, o.at AS logged_at, o.account_id, m.at AS moved_at
                        FROM enquiry e
                        LEFT JOIN LATERAL (
                          SELECT o.at, o.account_id FROM outcome o
                          WHERE o.person_id IN (SELECT e.person_id UNION ALL SELECT id FROM person WHERE part_of = e.person_id)
                            AND o.undone_at IS NULL AND o.at >= e.enquired_at AND o.kind = ANY (?)
                          ORDER BY o.at LIMIT 1) o ON true
                        LEFT JOIN LATERAL (
                          SELECT min(s.at) AS at FROM crm_stage_move s
                          WHERE s.record_id = e.id AND s.from_stage = 'new' AND s.at >= e.enquired_at) m ON true
                        ORDER BY e.enquired_at DESC, e.id DESC
                        """)
                .params(Timestamp.from(since), most, CONTACTS)
                .query((row, number) -> read(row))
                .list();
    }

    private static Enquiry read(ResultSet row) throws SQLException {
        Timestamp logged = row.getTimestamp("logged_at");
        Timestamp moved = row.getTimestamp("moved_at");
        boolean isOurs = logged != null && (moved == null || !moved.before(logged));
        Timestamp first = isOurs ? logged : moved;
        return new Enquiry(
                row.getObject("person_id", UUID.class),
                row.getTimestamp("enquired_at").toInstant(),
                first == null ? null : first.toInstant(),
                isOurs ? row.getObject("account_id", UUID.class) : null);
    }
}
