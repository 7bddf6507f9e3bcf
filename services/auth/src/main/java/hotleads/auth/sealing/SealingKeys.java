package hotleads.auth.sealing;

import hotleads.vault.PracticeKeys;
import hotleads.vault.SealingKey;
import java.nio.charset.StandardCharsets;
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
    private final PracticeKeys practice;
    private final TransactionTemplate apart;
    private final Clock clock;

    SealingKeys(JdbcClient jdbc, PracticeKeys practice, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        this.practice = practice;
        this.clock = clock;
    }

    /** A fresh key for one account. */
    public SealingKey create() {
        UUID id = UUID.randomUUID();
        PracticeKeys.WrappedKey made = practice.newKey(id);
        insert(id, "account", made.wrapped());
        return made.key();
    }

    /** The key of one account, from the columns its row was read with. */
    public SealingKey unwrap(UUID id, byte[] wrapped) {
        return practice.unwrap(id, wrapped);
    }

    /** The key with this id; empty once it was destroyed. */
    public Optional<SealingKey> find(UUID id) {
        return jdbc.sql("SELECT wrapped FROM sealing_key WHERE id = ?")
                .param(id)
                .query((row, n) -> practice.unwrap(id, row.getBytes("wrapped")))
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
        insert(id, purpose, practice.newKey(id).wrapped());
        return practice.unwrap(
                id,
                jdbc.sql("SELECT wrapped FROM sealing_key WHERE id = ?")
                        .param(id)
                        .query((row, n) -> row.getBytes("wrapped"))
                        .single());
    }

    private void insert(UUID id, String kind, byte[] wrapped) {
        jdbc.sql("INSERT INTO sealing_key (id, kind, wrapped, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(id, kind, wrapped, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
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
