package hotleads.auth.secondfactor;

import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.AccountId;
import hotleads.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored authenticator apps: at most one active and one being set up for each account. */
@Component
public class Factors {
    public static final Duration SET_UP_TIME = Duration.ofMinutes(10);
    private static final String SELECT =
            "SELECT id, secret, set_up_by, set_up_ends_at, proved_at, active_at FROM totp_factor WHERE account_id = ? ";

    private final JdbcClient jdbc;

    Factors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Factor> active(Account account) {
        return jdbc.sql(SELECT + "AND active_at IS NOT NULL")
                .param(account.id().value())
                .query((row, n) -> read(account, row))
                .optional();
    }

    /** The one being set up, as long as there is time left. */
    public Optional<Factor> pending(Account account, Instant now) {
        return jdbc.sql(SELECT + "AND active_at IS NULL AND set_up_ends_at > ?")
                .params(account.id().value(), time(now))
                .query((row, n) -> read(account, row))
                .optional();
    }

    /** Begins a set-up in the place of any unfinished one. */
    public Factor start(Account account, UUID session, byte[] secret, Instant now) {
        jdbc.sql("DELETE FROM totp_factor WHERE account_id = ? AND active_at IS NULL")
                .param(account.id().value())
                .update();
        Factor factor = new Factor(UUID.randomUUID(), secret, session, now.plus(SET_UP_TIME), null, null);
        jdbc.sql("""
                        INSERT INTO totp_factor (id, account_id, secret, set_up_by, set_up_ends_at)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(
                        factor.id(),
                        account.id().value(),
                        account.key().seal(secret, place(factor.id())),
                        session,
                        time(factor.setUpEndsAt()))
                .update();
        return factor;
    }

    public void handTo(UUID session, Factor factor) {
        jdbc.sql("UPDATE totp_factor SET set_up_by = ? WHERE id = ?")
                .params(session, factor.id())
                .update();
    }

    public void proved(Factor factor, Instant now) {
        jdbc.sql("UPDATE totp_factor SET proved_at = ? WHERE id = ?")
                .params(time(now), factor.id())
                .update();
    }

    /** Makes the factor the account's only one. */
    public void activate(AccountId account, Factor factor, Instant now) {
        jdbc.sql("DELETE FROM totp_factor WHERE account_id = ? AND id <> ?")
                .params(account.value(), factor.id())
                .update();
        jdbc.sql("UPDATE totp_factor SET active_at = ? WHERE id = ?")
                .params(time(now), factor.id())
                .update();
    }

    /** Takes away every factor of the account, recovery codes and unfinished set-ups too. */
    public void removeAll(AccountId account) {
        jdbc.sql("DELETE FROM totp_factor WHERE account_id = ?")
                .param(account.value())
                .update();
    }

    /** Uses up a step; false when it, or a later one, was used before. One statement, so that only one of many wins. */
    public boolean useStep(Factor factor, long step) {
        return jdbc.sql("UPDATE totp_factor SET last_step = :step"
                                + " WHERE id = :id AND (last_step IS NULL OR last_step < :step)")
                        .param("step", step)
                        .param("id", factor.id())
                        .update()
                == 1;
    }

    private static Factor read(Account account, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Factor(
                id,
                account.key().open(row.getBytes("secret"), place(id)),
                row.getObject("set_up_by", UUID.class),
                row.getObject("set_up_ends_at", OffsetDateTime.class).toInstant(),
                instant(row, "proved_at"),
                instant(row, "active_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Place place(UUID id) {
        return new Place("totp_factor", "secret", id);
    }
}
