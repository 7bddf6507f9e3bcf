package hotleads.core.sources;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers for records a provider names by a text. */
@Component
public class SourceRecords {
    private final JdbcClient jdbc;

    SourceRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param key the provider's own id, never an address or a name: it is stored as it is */
    public long idOf(Source source, String key) {
        jdbc.sql("INSERT INTO source_record (source, key) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(source.word(), key)
                .update();
        return jdbc.sql("SELECT id FROM source_record WHERE source = ? AND key = ?")
                .params(source.word(), key)
                .query(Long.class)
                .single();
    }

    public String keyOf(long id) {
        return jdbc.sql("SELECT key FROM source_record WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
