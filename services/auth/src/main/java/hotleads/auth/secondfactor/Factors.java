package hotleads.auth.secondfactor;

import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.AccountId;
import hotleads.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored factors of every kind: those that sign in, and at most one being set up for each account. */
@Component
public class Factors {
    public static final Duration SET_UP_TIME = Duration.ofMinutes(10);
    private static final String SELECT =
            "SELECT id, kind, name, set_up_by, set_up_ends_at, proved_at, active_at, last_used_at FROM factor"
                    + " WHERE account_id = ? ";

    private final JdbcClient jdbc;

    Factors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that sign in, in the order they were added. */
    public List<Factor> active(Account account) {
        return jdbc.sql(SELECT + "AND active_at IS NOT NULL ORDER BY active_at, kind, id")
                .param(account.id().value())
                .query((row, n) -> read(account, row))
                .list();
    }

    public boolean anyActive(AccountId account) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM factor WHERE account_id = ? AND active_at IS NOT NULL)")
                .param(account.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Whether a password alone no longer leads to a set-up: a factor that was proved once is asked for, even if its
     * set-up was not finished.
     */
    public boolean anyProved(AccountId account, Instant now) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM factor WHERE account_id = ?"
                        + " AND (active_at IS NOT NULL OR proved_at IS NOT NULL AND set_up_ends_at > ?))")
                .params(account.value(), time(now))
                .query(Boolean.class)
                .single();
    }

    /** The one being set up, as long as there is time left. */
    public Optional<Factor> pending(Account account, Instant now) {
        return jdbc.sql(SELECT + "AND active_at IS NULL AND set_up_ends_at > ?")
                .params(account.id().value(), time(now))
                .query((row, n) -> read(account, row))
                .optional();
    }

    /** Begins a set-up in the place of any unfinished one. */
    public Factor start(Account account, Factor.Kind kind, @Nullable String name, UUID session, Instant endsAt) {
        jdbc.sql("DELETE FROM factor WHERE account_id = ? AND active_at IS NULL")
                .param(account.id().value())
                .update();
        Factor factor = new Factor(UUID.randomUUID(), kind, name, session, endsAt, null, null, null);
        jdbc.sql("""
                        INSERT INTO factor (id, account_id, kind, name, set_up_by, set_up_ends_at)
                        VALUES (:id, :account, :kind, :name, :session, :ends)
                        """)
                .param("id", factor.id())
                .param("account", account.id().value())
                .param("kind", kind.word())
                .param("name", name == null ? null : sealed(account, factor.id(), name), Types.BINARY)
                .param("session", session)
                .param("ends", time(endsAt))
                .update();
        return factor;
    }

    public void handTo(UUID session, Factor factor) {
        jdbc.sql("UPDATE factor SET set_up_by = ? WHERE id = ?")
                .params(session, factor.id())
                .update();
    }

    public void proved(Factor factor, Instant now) {
        jdbc.sql("UPDATE factor SET proved_at = ? WHERE id = ?")
                .params(time(now), factor.id())
                .update();
    }

    public void used(Factor factor, Instant now) {
        jdbc.sql("UPDATE factor SET last_used_at = ? WHERE id = ?")
                .params(time(now), factor.id())
                .update();
    }

    /** Makes the factor the account's only one. */
    public void activateAlone(AccountId account, Factor factor, Instant now) {
        jdbc.sql("DELETE FROM factor WHERE account_id = ? AND id <> ?")
                .params(account.value(), factor.id())
                .update();
        activate(factor, now);
    }

    /** Adds the factor to those the account has; a new app takes the old one's place. */
    public void activateBeside(AccountId account, Factor factor, Instant now) {
        if (factor.kind() == Factor.Kind.APP) {
            jdbc.sql("DELETE FROM factor WHERE account_id = ? AND kind = 'app' AND id <> ?")
                    .params(account.value(), factor.id())
                    .update();
        }
        activate(factor, now);
    }

    public void rename(Account account, Factor factor, String name) {
        jdbc.sql("UPDATE factor SET name = ? WHERE id = ?")
                .params(sealed(account, factor.id(), name), factor.id())
                .update();
    }

    public void remove(Factor factor) {
        jdbc.sql("DELETE FROM factor WHERE id = ?").param(factor.id()).update();
    }

    private void activate(Factor factor, Instant now) {
        jdbc.sql("UPDATE factor SET active_at = ? WHERE id = ?")
                .params(time(now), factor.id())
                .update();
    }

    /** Takes away every factor of the account, recovery codes, unfinished set-ups and known browsers too. */
    public void removeAll(AccountId account) {
        for (String table : List.of("factor", "recovery_list", "known_browser")) {
            jdbc.sql("DELETE FROM " + table + " WHERE account_id = ?")
                    .param(account.value())
                    .update();
        }
    }

    private static Factor read(Account account, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte[] name = row.getBytes("name");
        return new Factor(
                id,
                Factor.Kind.of(row.getString("kind")),
                name == null ? null : account.key().openText(name, place(id)),
                row.getObject("set_up_by", UUID.class),
                row.getObject("set_up_ends_at", OffsetDateTime.class).toInstant(),
                instant(row, "proved_at"),
                instant(row, "active_at"),
                instant(row, "last_used_at"));
    }

    private static byte[] sealed(Account account, UUID id, String name) {
        return account.key().seal(name, place(id));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Place place(UUID id) {
        return new Place("factor", "name", id);
    }
}
