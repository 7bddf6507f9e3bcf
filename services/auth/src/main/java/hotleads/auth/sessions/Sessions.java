package hotleads.auth.sessions;

import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.AccountId;
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
    private static final String LIVE =
            "s.ends_at > :now AND s.last_used_at + make_interval(secs => s.idle_seconds) > :now";

    private final JdbcClient jdbc;
    private final SecureRandom random;
    private final Clock clock;

    Sessions(JdbcClient jdbc, SecureRandom random, Clock clock) {
        this.jdbc = jdbc;
        this.random = random;
        this.clock = clock;
    }

    /** A session for someone whose password was right, always with a new secret. */
    public Begun begin(Account account, Stage state) {
        return begin(Session.afterPassword(UUID.randomUUID(), account.id(), account.role(), state, clock.instant()));
    }

    /** A session for someone whose passkey was right, always with a new secret. */
    public Begun beginByPasskey(Account account, Stage state) {
        return begin(Session.afterPasskey(UUID.randomUUID(), account.id(), account.role(), state, clock.instant()));
    }

    private Begun begin(Session session) {
        SessionSecret secret = SessionSecret.random(random);
        jdbc.sql("""
                        INSERT INTO session
                          (sid, id_hash, account_id, state, password_at, passkey_at, second_factor_at, created_at,
                           last_used_at, idle_seconds, ends_at)
                        VALUES (:sid, :hash, :account, :state, :password, :passkey, :factor, :created,
                           :used, :idle, :ends)
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
        return jdbc.sql("SELECT s.* FROM session s WHERE s.id_hash = :hash AND " + LIVE)
                .param("hash", secret.hash())
                .param("now", time(clock.instant()))
                .query(Sessions::read)
                .optional();
    }

    public void end(UUID sid) {
        jdbc.sql("DELETE FROM session WHERE sid = ?").param(sid).update();
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

    /** A session that began, and what the browser gets of it. */
    public record Begun(SessionSecret secret, Session session) {}
}
