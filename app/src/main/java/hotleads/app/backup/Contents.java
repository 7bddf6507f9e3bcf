package hotleads.app.backup;

import java.util.List;
import java.util.Map;

/** What a backup holds, as it says at its end. */
public record Contents(List<Table> tables, Map<String, Sequence> sequences) {
    /** How far a sequence had come. */
    record Sequence(long last, boolean called) {}

    /** All rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    /** Of all rows, as they were written. */
    public long bytes() {
        return tables.stream().mapToLong(Table::bytes).sum();
    }
}
