package hotleads.auth.sealing;

import hotleads.vault.SealingKey;
import hotleads.vault.WrappingKey;
import hotleads.vault.inuse.KeysInUse;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The stored keys, each wrapped by the practice's key. */
@Component
public class SealingKeys {
    private final Map<UUID, SealingKey> own = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final KeysInUse practice;
    private final TransactionTemplate apart;
    private final Clock clock;

    SealingKeys(JdbcClient jdbc, KeysInUse practice, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        this.practice = practice;
        this.clock = clock;
    }

    /** A fresh key for one account. */
    public SealingKey create() {
        return insert(UUID.randomUUID(), "account");
    }

    /** The key of one account, from the columns {@code key_id}, {@code wrapped} and {@code wrapped_by} of a row. */
    public SealingKey unwrap(ResultSet row) throws SQLException {
        return unwrap(
                row.getObject("key_id", UUID.class), row.getBytes("wrapped"), row.getObject("wrapped_by", UUID.class));
    }

    /** The same, from values that were read before. */
    public SealingKey unwrap(UUID id, byte[] wrapped, UUID wrappedBy) {
        return practice.unwrap(id, wrapped, wrappedBy);
    }

    /** The key with this id; empty once it was destroyed. */
    public Optional<SealingKey> find(UUID id) {
        return jdbc.sql("SELECT id AS key_id, wrapped, wrapped_by FROM sealing_key WHERE id = ?")
                .param(id)
                .query((row, n) -> unwrap(row))
                .optional();
    }

    /** Makes the program's own keys before the first request needs them. */
    public void prepare() {
        Arrays.stream(Purpose.values()).forEach(this::own);
    }

    /** A key of the program itself, made at first use and the same at every instance. */
    public SealingKey own(Purpose purpose) {
        // The id follows from the purpose, so that two instances starting at once meet at one row.
        UUID id = UUID.nameUUIDFromBytes(("auth " + purpose.word()).getBytes(StandardCharsets.UTF_8));
        // In its own transaction: a key remembered here must be stored, whatever becomes of the caller's act.
        return own.computeIfAbsent(id, absent -> apart.execute(status -> findOrMake(id, purpose.word())));
    }

    private SealingKey findOrMake(UUID id, String purpose) {
        return find(id).orElseGet(() -> {
            insert(id, purpose);
            // Another instance may have been first.
            return find(id).orElseThrow();
        });
    }

    private SealingKey insert(UUID id, String kind) {
        WrappingKey.WrappedKey made = practice.holdWrapping().newKey(id);
        jdbc.sql("""
                        INSERT INTO sealing_key (id, kind, wrapped, wrapped_by, created_at) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(id, kind, made.wrapped(), made.by(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return made.key();
    }

    /** What the program's own keys seal. */
    public enum Purpose {
        /** Addresses of strangers in the trail. */
        TRAIL,
        /** The private parts of signing keys. */
        SIGNING,
        /** What the break-glass card is compared with. */
        CARD;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
