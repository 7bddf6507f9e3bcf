package hotleads.auth.passkeys;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored challenges: 256 random bits each, of which we keep only the hash, good for one answer and ten minutes. */
@Component
class Challenges {
    /** A page of sign-in may wait that long for a finger; browsers are told the same. */
    static final Duration LIFE = Duration.ofMinutes(10);

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final SecureRandom random;
    private final Clock clock;

    Challenges(JdbcClient jdbc, SecureRandom random, Clock clock) {
        this.jdbc = jdbc;
        this.random = random;
        this.clock = clock;
    }

    byte[] make(Binding binding) {
        byte[] challenge = new byte[BYTES];
        random.nextBytes(challenge);
        jdbc.sql("INSERT INTO passkey_challenge (hash, purpose, bound_to, expires_at) VALUES (?, ?, ?, ?)")
                .params(hash(challenge), binding.purpose().word(), binding.holder(), now().plus(LIFE))
                .update();
        return challenge;
    }

    /** Uses a challenge up; false when this one was not asked of them, or not any more. One statement: one winner. */
    boolean take(byte[] challenge, Binding binding) {
        return jdbc.sql("""
                                DELETE FROM passkey_challenge WHERE hash = ? AND purpose = ? AND bound_to = ?
                                  AND expires_at > ?
                                """)
                        .params(hash(challenge), binding.purpose().word(), binding.holder(), now())
                        .update()
                == 1;
    }

    int forgetOld() {
        return jdbc.sql("DELETE FROM passkey_challenge WHERE expires_at <= ?")
                .param(now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static byte[] hash(byte[] challenge) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(challenge);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
