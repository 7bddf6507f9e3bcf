package hotleads.core.crm;

import hotleads.core.rebuilds.Derived;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Zoho's records, moves and tasks, each anew from what was answered about it; one that nothing tells of goes. */
@Component
@Order(2)
class RebuildCrm implements Derived {
    private static final int AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final CrmRecords records;
    private final CrmTables tables;

    RebuildCrm(JdbcClient jdbc, CrmRecords records, CrmTables tables) {
        this.jdbc = jdbc;
        this.records = records;
        this.tables = tables;
    }

    @Override
    public List<String> tables() {
        return List.of("crm_record", "crm_stage_move", "crm_task");
    }

    @Override
    public Batch rebuildAfter(@Nullable String mark) {
        List<Long> page = jdbc.sql("""
                        SELECT DISTINCT record_id FROM source_observation
                        WHERE source = 'zoho' AND state IN ('person', 'task') AND record_id > ? ORDER BY record_id LIMIT ?
                        """)
                .params(mark == null ? Long.MIN_VALUE : Long.parseLong(mark), AT_ONCE)
                .query((row, number) -> row.getLong(1))
                .list();
        page.forEach(records::deriveAgain);
        if (page.size() == AT_ONCE) {
            return new Batch(page.size(), Long.toString(page.getLast()));
        }
        tables.removeWhatNothingTellsOf();
        return new Batch(page.size(), null);
    }
}
