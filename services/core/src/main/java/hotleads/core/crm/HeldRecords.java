package hotleads.core.crm;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which records of Zoho we take to be there, for whoever compares. */
@Component
public class HeldRecords {
    private static final int MOST_TIMELINES = 200;

    private final JdbcClient jdbc;

    HeldRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<Long> there() {
        return new HashSet<>(jdbc.sql("""
                        SELECT id FROM crm_record WHERE state <> 'gone'
                        UNION ALL
                        SELECT t.id FROM crm_task t
                        WHERE (SELECT o.state FROM source_observation o WHERE o.source = 'zoho' AND o.record_id = t.id
                               ORDER BY o.seen_ticket DESC LIMIT 1) = 'task'
                        """).query(Long.class).list());
    }

    /** Leads that have moved on lately and whose timeline nobody has read: who moved them may still be told. */
    public List<Long> leadsWithoutTimeline() {
        return jdbc.sql("""
                        SELECT r.id FROM crm_record r
                        WHERE r.module = 'Leads' AND r.state = 'open' AND r.stage <> 'new'
                          AND r.modified_at > r.received_at - interval '30 days'
                          AND NOT EXISTS (
                            SELECT 1 FROM source_record s
                            JOIN source_observation o ON o.source = s.source AND o.record_id = s.id
                            WHERE s.source = 'zoho' AND s.key = 'timeline/' || r.id)
                        ORDER BY r.modified_at DESC LIMIT ?
                        """)
                .param(MOST_TIMELINES)
                .query((row, number) -> row.getLong("id"))
                .list();
    }
}
