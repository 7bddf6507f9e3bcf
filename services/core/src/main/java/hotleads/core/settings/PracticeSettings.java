package hotleads.core.settings;

import hotleads.core.vault.PracticeVault;
import hotleads.core.vault.ReportUnopened;
import hotleads.core.vault.Vault;
import hotleads.platform.problem.Problem;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import hotleads.vault.Unopened;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What the practice decided, or what holds until it does. */
@Component
public class PracticeSettings {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final PracticeVault practice;
    private final ReportUnopened report;
    private final JsonMapper json;

    PracticeSettings(JdbcClient jdbc, Vault vault, PracticeVault practice, ReportUnopened report, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.practice = practice;
        this.report = report;
        this.json = json;
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Sealed(byte[] content, UUID keyId, long version) {}

    /** What does not open is as if nobody had decided; the trail names it. */
    @Transactional
    public <T extends Record> Decided<T> of(SettingKind<T> kind) {
        Unopened unopened = new Unopened();
        Decided<T> decided = jdbc.sql("SELECT content, key_id, version FROM practice_setting WHERE kind = ?")
                .param(kind.word())
                .query((row, number) -> new Sealed(
                        row.getBytes("content"), row.getObject("key_id", UUID.class), row.getLong("version")))
                .optional()
                .map(row -> new Decided<>(unopened.open(() -> open(kind, row)).orElse(kind.starting()), row.version))
                .orElseGet(() -> new Decided<>(kind.starting(), 0));
        report.of(unopened);
        return decided;
    }

    /**
     * In the caller's transaction.
     *
     * @param version what the caller's page showed; when it is another by now somebody else was faster
     */
    public <T extends Record> Decided<T> decide(SettingKind<T> kind, T value, long version) {
        SealingKey key = practice.key();
        int written = jdbc.sql("""
                        INSERT INTO practice_setting AS there (kind, content, key_id, version)
                        SELECT :kind, :content, :key, :version + 1
                        WHERE :version = 0 OR EXISTS (SELECT 1 FROM practice_setting WHERE kind = :kind)
                        ON CONFLICT (kind) DO UPDATE
                          SET content = EXCLUDED.content, key_id = EXCLUDED.key_id, version = EXCLUDED.version
                          WHERE there.version = :version
                        """)
                .param("kind", kind.word())
                .param("content", key.seal(json.writeValueAsBytes(value), place(kind)))
                .param("key", key.id())
                .param("version", version)
                .update();
        if (written == 0) {
            throw new Problem(HttpStatus.CONFLICT, "changed-meanwhile", "Somebody changed this setting meanwhile");
        }
        return new Decided<>(value, version + 1);
    }

    private <T extends Record> T open(SettingKind<T> kind, Sealed row) {
        return json.readValue(vault.key(row.keyId).open(row.content, place(kind)), kind.type());
    }

    private static Place place(SettingKind<?> kind) {
        return new Place("practice_setting", "content", kind.word());
    }
}
