package hotleads.auth.secondfactor;

import hotleads.vault.inuse.KeysInUse;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored recovery codes: keyed digests alone, for 80 random bits need no slow hash. */
@Component
public class RecoveryCodes {
    private static final int HOW_MANY = 10;

    private final JdbcClient jdbc;
    private final KeysInUse keys;
    private final SecureRandom random;

    RecoveryCodes(JdbcClient jdbc, KeysInUse keys, SecureRandom random) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.random = random;
    }

    /** Ten fresh codes in the place of the factor's earlier ones. */
    public List<RecoveryCode> issue(Factor factor) {
        List<RecoveryCode> codes = IntStream.rangeClosed(1, HOW_MANY)
                .mapToObj(number -> RecoveryCode.random(number, random))
                .toList();
        codes.forEach(code -> store(factor, code));
        return codes;
    }

    private void store(Factor factor, RecoveryCode code) {
        jdbc.sql("""
                        INSERT INTO recovery_code (factor_id, number, digest) VALUES (?, ?, ?)
                        ON CONFLICT (factor_id, number) DO UPDATE SET digest = excluded.digest, used_at = NULL
                        """)
                .params(factor.id(), code.number(), keys.search().of(kind(factor), RecoveryCode.normal(code.code())))
                .update();
    }

    /** Uses a code up; false when the factor has none like it left. */
    public boolean use(Factor factor, String typed, Instant now) {
        return jdbc.sql(
                                "UPDATE recovery_code SET used_at = ? WHERE factor_id = ? AND digest = ANY (?) AND used_at IS NULL")
                        .params(now.atOffset(ZoneOffset.UTC), factor.id(), digests(factor, typed))
                        .update()
                == 1;
    }

    /** Whether the code with this number was copied right; it stays unused. */
    public boolean isRight(Factor factor, int number, String typed) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM recovery_code WHERE factor_id = ? AND number = ? AND digest = ANY (?))")
                .params(factor.id(), number, digests(factor, typed))
                .query(Boolean.class)
                .single();
    }

    public int left(Factor factor) {
        return jdbc.sql("SELECT count(*) FROM recovery_code WHERE factor_id = ? AND used_at IS NULL")
                .param(factor.id())
                .query(Integer.class)
                .single();
    }

    /**
     * Under every key there ever was: nobody but the person has the code to make a digest anew of, and 80 random bits
     * are not guessed by whoever has the key.
     */
    private byte[][] digests(Factor factor, String typed) {
        return keys.everySearch().any(kind(factor), RecoveryCode.normal(typed));
    }

    private static String kind(Factor factor) {
        return "recovery code of " + factor.id();
    }
}
