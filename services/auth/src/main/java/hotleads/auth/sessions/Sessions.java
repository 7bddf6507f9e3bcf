package hotleads.auth.sessions;

import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.AccountId;
import hotleads.vault.Place;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
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

/** The stored sessions. */
@Component
public class Sessions {
    /** One last used in time to come is over: a clock that was put back would lengthen it by as much. */
    static final String LIVE = "s.ends_at > :now AND s.last_used_at + make_interval(secs => s.idle_seconds) > :now"
            // By how much the clocks of two instances may differ.
            + " AND s.last_used_at <= CAST(:now AS timestamptz) + interval '1 minute'";

    private final JdbcClient jdbc;
    private final SecureRandom random;
    private final Clock clock;

    Sessions(JdbcClient jdbc, SecureRandom random, Clock clock) {
        this.jdbc = jdbc;
        this.random = random;
        this.clock = clock;
    }

    /** A session for someone whose password was right, always with a new secret. */
    public Begun begin(Account account, Stage state, Visit visit) {
        return begin(
                Session.afterPassword(UUID.randomUUID(), account.id(), account.role(), state, clock.instant()),
                account,
                visit);
    }

    /** A session for someone whose passkey was right, always with a new secret. */
    public Begun beginByPasskey(Account account, Stage state, Visit visit) {
        return begin(
                Session.afterPasskey(UUID.randomUUID(), account.id(), account.role(), state, clock.instant()),
                account,
                visit);
    }

    private Begun begin(Session session, Account account, Visit visit) {
        SessionSecret secret = SessionSecret.random(random);
        jdbc.sql("""
                        INSERT INTO session
                          (sid, id_hash, account_id, state, password_at, passkey_at, second_factor_at, created_at,
                            last_used_at, idle_seconds, ends_at, device, address)
                        VALUES (:sid, :hash, :account, :state, :password, :passkey, :factor, :created,
                           :used, :idle, :ends, :device, :address)
                        """)
                .param("sid", session.sid())
                .param("hash", secret.hash())
                .param("account", session.account().value())
                .param("state", session.state().word())
                .param("password", timeOrNull(session.passwordAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("passkey", timeOrNull(session.passkeyAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("factor", timeOrNull(session.secondFactorAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("created", time(session.createdAt()))
                .param("used", time(session.lastUsedAt()))
                .param("idle", session.idleTime().toSeconds())
                .param("ends", time(session.endsAt()))
                .param("device", account.key().seal(visit.device().stored(), place("device", session.sid())))
                .param("address", account.key().seal(visit.address().value(), place("address", session.sid())))
                .update();
        return new Begun(secret, session);
    }

    /** Stores how far the session came, under a new secret: the one from before no longer opens anything. */
    public SessionSecret advance(Session session) {
        SessionSecret secret = SessionSecret.random(random);
        jdbc.sql("""
                        UPDATE session
                        SET id_hash = :hash, state = :state, passkey_at = :passkey, second_factor_at = :factor, recovered_at = :recovered,
                            last_used_at = :used, ends_at = :ends
                        WHERE sid = :sid
                        """)
                .param("hash", secret.hash())
                .param("state", session.state().word())
                .param("passkey", timeOrNull(session.passkeyAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("factor", timeOrNull(session.secondFactorAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("recovered", timeOrNull(session.recoveredAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("used", time(session.lastUsedAt()))
                .param("ends", time(session.endsAt()))
                .param("sid", session.sid())
                .update();
        return secret;
    }

    public Optional<Session> find(SessionSecret secret) {
        return jdbc.sql("""
                        SELECT sid, account_id, state, password_at, passkey_at, second_factor_at, recovered_at, created_at,
                          last_used_at, idle_seconds, ends_at
                        FROM session s WHERE s.id_hash = :hash AND
                        """ + LIVE)
                .param("hash", secret.hash())
                .param("now", time(clock.instant()))
                .query(Sessions::read)
                .optional();
    }

    /** Stores that the screen was left alone. The secret stays: whoever else has the page open must unlock it too. */
    public void lock(Session session) {
        jdbc.sql("UPDATE session SET state = ? WHERE sid = ?")
                .params(session.state().word(), session.sid())
                .update();
    }

    public void end(UUID sid) {
        jdbc.sql("DELETE FROM session WHERE sid = ?").param(sid).update();
    }

    /** Ends one session of the account; false when it has no such session. */
    public boolean end(AccountId account, UUID sid) {
        return jdbc.sql("DELETE FROM session WHERE account_id = ? AND sid = ?")
                        .params(account.value(), sid)
                        .update()
                == 1;
    }

    /** Ends every session of the account and says which they were. */
    public List<UUID> endAll(AccountId account) {
        return jdbc.sql("DELETE FROM session WHERE account_id = ? RETURNING sid")
                .param(account.value())
                .query((row, n) -> row.getObject("sid", UUID.class))
                .list();
    }

    /** The account's live sessions that got as far as being signed in, the last used first. */
    public List<Opened> openedBy(Account account) {
        return jdbc.sql(
                        "SELECT sid, device, address, created_at, last_used_at FROM session s WHERE s.account_id = :account"
                                + " AND s.state IN ('signed-in', 'locked') AND " + LIVE
                                + " ORDER BY s.last_used_at DESC, s.sid")
                .param("account", account.id().value())
                .param("now", time(clock.instant()))
                .query((row, n) -> opened(account, row))
                .list();
    }

    private static Opened opened(Account account, ResultSet row) throws SQLException {
        UUID sid = row.getObject("sid", UUID.class);
        byte[] device = row.getBytes("device");
        byte[] address = row.getBytes("address");
        return new Opened(
                sid,
                device == null ? Device.UNKNOWN : Device.ofStored(account.key().openText(device, place("device", sid))),
                address == null ? "" : account.key().openText(address, place("address", sid)),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_used_at", OffsetDateTime.class).toInstant());
    }

    /** Ends every other session of the account and says which they were. */
    public List<UUID> endOthers(AccountId account, UUID stays) {
        return jdbc.sql("DELETE FROM session WHERE account_id = ? AND sid <> ? RETURNING sid")
                .params(account.value(), stays)
                .query((row, n) -> row.getObject("sid", UUID.class))
                .list();
    }

    List<UUID> removeExpired() {
        return jdbc.sql("DELETE FROM session s WHERE NOT (" + LIVE + ") RETURNING s.sid")
                .param("now", time(clock.instant()))
                .query((row, n) -> row.getObject("sid", UUID.class))
                .list();
    }

    private static Session read(ResultSet row, int number) throws SQLException {
        return new Session(
                row.getObject("sid", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                Stage.of(row.getString("state")),
                instant(row, "password_at"),
                instant(row, "passkey_at"),
                instant(row, "second_factor_at"),
                instant(row, "recovered_at"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_used_at", OffsetDateTime.class).toInstant(),
                Duration.ofSeconds(row.getInt("idle_seconds")),
                row.getObject("ends_at", OffsetDateTime.class).toInstant());
    }

    private static Place place(String column, UUID sid) {
        return new Place("session", column, sid);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime timeOrNull(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }

    /**
     * A session as its owner recognises it; it prints its id alone.
     *
     * @param address where it was opened from
     */
    public record Opened(UUID sid, Device device, String address, Instant openedAt, Instant lastUsedAt) {
        @Override
        public String toString() {
            return "Session " + sid;
        }
    }

    /** A session that began, and what the browser gets of it. */
    public record Begun(SessionSecret secret, Session session) {}
}
