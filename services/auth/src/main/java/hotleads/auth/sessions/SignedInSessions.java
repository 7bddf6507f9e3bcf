package hotleads.auth.sessions;

import hotleads.auth.accounts.AccountId;
import hotleads.platform.endpoint.Role;
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

/** The one question every API request asks: whose signed-in session is this? */
@Component
public class SignedInSessions {
    private static final Duration TOUCH_EVERY = Duration.ofSeconds(30);

    /** One statement, as it runs for each request; it writes only when the last use is a while ago. */
    private static final String USE = """
            WITH found AS (
              SELECT s.sid, s.account_id, s.second_factor_at, s.passkey_at, s.last_used_at, a.role, a.acuity_calendars,
                a.person_id
              FROM session s JOIN account a ON a.id = s.account_id
              WHERE s.id_hash = :hash
                AND s.state = 'signed-in' AND s.second_factor_at IS NOT NULL
                AND a.locked_at IS NULL
                AND LIVE
                -- Not the session's word alone: the account must have a factor whose set-up was finished.
                AND EXISTS (SELECT 1 FROM working_factor f WHERE f.account_id = a.id)
            ), touched AS (
              UPDATE session s SET last_used_at = :now FROM found
              WHERE s.sid = found.sid AND found.last_used_at <= :stale
            )
            SELECT sid, account_id, second_factor_at, passkey_at IS NOT NULL AS by_passkey, role, acuity_calendars,
              person_id
            FROM found
            """.replace("LIVE", Sessions.LIVE);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignedInSessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who holds the secret, when both factors were proved and the session still lives; counts as use of it. */
    public Optional<SignedIn> use(SessionSecret secret) {
        return find(secret, now().minus(TOUCH_EVERY));
    }

    /** As {@link #use}, but for what a page does by itself: nobody need be sitting there. */
    public Optional<SignedIn> look(SessionSecret secret) {
        return find(secret, OffsetDateTime.MIN);
    }

    private Optional<SignedIn> find(SessionSecret secret, OffsetDateTime stale) {
        return jdbc.sql(USE)
                .param("hash", secret.hash())
                .param("now", now())
                .param("stale", stale)
                .query((row, n) -> new SignedIn(
                        row.getObject("sid", UUID.class),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        Role.of(row.getString("role")),
                        row.getObject("second_factor_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("by_passkey"),
                        List.of((Long[]) row.getArray("acuity_calendars").getArray()),
                        row.getObject("person_id", UUID.class)))
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /**
     * Someone who proved both factors.
     *
     * @param byPasskey whether a passkey was both of them
     * @param person whom a client's account is about
     */
    public record SignedIn(
            UUID sid,
            AccountId account,
            Role role,
            Instant secondFactorAt,
            boolean byPasskey,
            List<Long> acuityCalendars,
            @Nullable UUID person) {}
}
