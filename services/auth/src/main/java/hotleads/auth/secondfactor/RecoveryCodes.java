package hotleads.auth.secondfactor;

import hotleads.auth.accounts.AccountId;
import hotleads.vault.inuse.KeysInUse;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The stored recovery codes: keyed digests alone, for 120 random bits need no slow hash.
 *
 * <p>Fresh codes wait until one of them was typed back; those of before stay in force as long.
 */
@Component
public class RecoveryCodes {
    private static final int HOW_MANY = 10;
    private static final String IN_FORCE =
            "SELECT id FROM recovery_list WHERE account_id = ? AND in_force_at IS NOT NULL";

    private final JdbcClient jdbc;
    private final KeysInUse keys;
    private final SecureRandom random;

    RecoveryCodes(JdbcClient jdbc, KeysInUse keys, SecureRandom random) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.random = random;
    }

    /** Ten fresh codes for this session to save; any that waited before are void. */
    public List<RecoveryCode> issue(AccountId account, UUID session) {
        jdbc.sql("DELETE FROM recovery_list WHERE account_id = ? AND in_force_at IS NULL")
                .param(account.value())
                .update();
        UUID list = UUID.randomUUID();
        jdbc.sql("INSERT INTO recovery_list (id, account_id, issued_to) VALUES (?, ?, ?)")
                .params(list, account.value(), session)
                .update();
        List<RecoveryCode> codes = IntStream.rangeClosed(1, HOW_MANY)
                .mapToObj(number -> RecoveryCode.random(number, random))
                .toList();
        codes.forEach(code -> jdbc.sql("INSERT INTO recovery_code (list_id, number, digest) VALUES (?, ?, ?)")
                .params(list, code.number(), keys.search().of(kind(list), RecoveryCode.normal(code.code())))
                .update());
        return codes;
    }

    /** Whether the code with this number was copied right from what waits for this session; it stays unused. */
    public boolean isRight(AccountId account, UUID session, int number, String typed) {
        return waiting(account, session)
                .filter(list -> jdbc.sql("SELECT EXISTS (SELECT 1 FROM recovery_code"
                                + " WHERE list_id = ? AND number = ? AND digest = ANY (?))")
                        .params(list, number, digests(list, typed))
                        .query(Boolean.class)
                        .single())
                .isPresent();
    }

    /** Puts what waits for this session in the place of the codes of before. */
    public void putInForce(AccountId account, UUID session, Instant now) {
        UUID list = waiting(account, session).orElseThrow();
        jdbc.sql("DELETE FROM recovery_list WHERE account_id = ? AND id <> ?")
                .params(account.value(), list)
                .update();
        jdbc.sql("UPDATE recovery_list SET in_force_at = ? WHERE id = ?")
                .params(time(now), list)
                .update();
    }

    /** Uses a code up; false when the account has none like it left. One statement, so that only one of many wins. */
    public boolean use(AccountId account, String typed, Instant now) {
        return inForce(account)
                .filter(list -> jdbc.sql("UPDATE recovery_code SET used_at = ?"
                                        + " WHERE list_id = ? AND digest = ANY (?) AND used_at IS NULL")
                                .params(time(now), list, digests(list, typed))
                                .update()
                        == 1)
                .isPresent();
    }

    public int left(AccountId account) {
        return jdbc.sql("SELECT count(*) FROM recovery_code WHERE used_at IS NULL AND list_id IN (" + IN_FORCE + ")")
                .param(account.value())
                .query(Integer.class)
                .single();
    }

    private Optional<UUID> inForce(AccountId account) {
        return jdbc.sql(IN_FORCE).param(account.value()).query(UUID.class).optional();
    }

    private Optional<UUID> waiting(AccountId account, UUID session) {
        return jdbc.sql("SELECT id FROM recovery_list WHERE account_id = ? AND issued_to = ? AND in_force_at IS NULL")
                .params(account.value(), session)
                .query(UUID.class)
                .optional();
    }

    /**
     * Under every key there ever was: nobody but the person has the code to make a digest anew of, and 120 random bits
     * are not guessed by whoever has the key.
     */
    private byte[][] digests(UUID list, String typed) {
        return keys.everySearch().any(kind(list), RecoveryCode.normal(typed));
    }

    private static String kind(UUID list) {
        return "recovery code of " + list;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
