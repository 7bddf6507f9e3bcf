package hotleads.core.vault;

import hotleads.vault.PracticeKeys;
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
    private final PracticeKeys practice;
    private final JdbcClient jdbc;
    private final Clock clock;

    FirstKey(PracticeKeys practice, JdbcClient jdbc, Clock clock) {
        this.practice = practice;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void make(UUID id) {
        jdbc.sql(
                        "INSERT INTO sealing_key (id, kind, wrapped, created_at) VALUES (?, 'practice', ?, ?) ON CONFLICT DO NOTHING")
                .params(id, practice.newKey(id).wrapped(), Timestamp.from(clock.instant()))
                .update();
    }
}
