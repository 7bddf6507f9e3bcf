package hotleads.auth.tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Remembers which assertions were used, for all instances and until they would have run out. */
@Component
class SpentAssertions {
    private final JdbcClient jdbc;
    private final Clock clock;

    SpentAssertions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** False when it was used before. */
    boolean spend(Assertion assertion) {
        return jdbc.sql("INSERT INTO spent_assertion (digest, expires_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(digest(assertion), assertion.expiresAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Scheduled(fixedDelay = 10, initialDelay = 5, timeUnit = TimeUnit.MINUTES)
    void forgetExpired() {
        jdbc.sql("DELETE FROM spent_assertion WHERE expires_at <= ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static byte[] digest(Assertion assertion) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((assertion.service() + ' ' + assertion.id()).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
