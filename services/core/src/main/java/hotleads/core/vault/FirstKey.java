package hotleads.core.vault;

import hotleads.vault.WrappingKey;
import hotleads.vault.inuse.KeysInUse;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes the practice's key at the first start; of several instances that try, one wins and all use its key. */
@Component
class FirstKey {
    private final KeysInUse practice;
    private final JdbcClient jdbc;
    private final Clock clock;

    FirstKey(KeysInUse practice, JdbcClient jdbc, Clock clock) {
        this.practice = practice;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void make(UUID id) {
        WrappingKey.WrappedKey made = practice.holdWrapping().newKey(id);
        jdbc.sql("""
                        INSERT INTO sealing_key (id, kind, wrapped, wrapped_by, created_at) VALUES (?, 'practice', ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(id, made.wrapped(), made.by(), Timestamp.from(clock.instant()))
                .update();
    }
}
