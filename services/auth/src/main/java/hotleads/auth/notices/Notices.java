package hotleads.auth.notices;

import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The mails that wait to be sent, each written in the transaction of the act it tells of. */
@Component
public class Notices {
    private static final Duration LONGER_THAN_ANY_WAITS = Duration.ofHours(2);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final boolean mailed;
    private final JsonMapper json;

    Notices(JdbcClient jdbc, JsonMapper json, Clock clock, @Value("${HOTLEADS_SMTP_HOST:}") String mailServer) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.mailed = !mailServer.isBlank();
    }

    /** Whether there is a mail server, so that they reach anyone. */
    public boolean areMailed() {
        return mailed;
    }

    /** Tells the owner of the account; call it in the transaction of the act. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Account account, Notice notice) {
        tell(account.id(), notice);
    }

    /** Tells every administrator but these; call it in the transaction of the act. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellAdministrators(Notice notice, AccountId... but) {
        List<AccountId> left = List.of(but);
        jdbc
                .sql("SELECT id FROM account WHERE role = 'admin'")
                .query((row, n) -> new AccountId(row.getObject("id", UUID.class)))
                .list()
                .stream()
                .filter(admin -> !left.contains(admin))
                .forEach(admin -> tell(admin, notice));
    }

    /**
     * Tells how much waits on a day.
     *
     * @return false when that was told before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean tell(AccountId account, DayCounts counts) {
        return jdbc.sql("""
                        INSERT INTO notice (id, account_id, kind, made_at, try_at, day, counts)
                        VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)
                        ON CONFLICT (account_id, day) WHERE day IS NOT NULL DO NOTHING
                        """)
                        .params(
                                UUID.randomUUID(),
                                account.value(),
                                Notice.DIGEST.word(),
                                now(),
                                now(),
                                counts.day(),
                                json.writeValueAsString(counts))
                        .update()
                == 1;
    }

    private void tell(AccountId account, Notice notice) {
        jdbc.sql("INSERT INTO notice (id, account_id, kind, made_at, try_at) VALUES (?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), account.value(), notice.word(), now(), now())
                .update();
    }

    /**
     * Takes the notice whose turn it is. Nobody else gets it for a while, so that no lock is held while the mail server
     * is spoken to; whoever dies meanwhile leaves it to the next. One that is to wait for longer than any does waits
     * because the clock was put back.
     */
    Optional<Waiting> take(Duration lease) {
        return jdbc.sql("""
                        UPDATE notice SET try_at = :until, tries = tries + 1
                        WHERE id = (SELECT id FROM notice WHERE over_at IS NULL
                                      AND (try_at <= :now OR try_at > :never)
                                    ORDER BY try_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING id, account_id, kind, made_at, tries, counts
                        """)
                .param("until", now().plus(lease))
                .param("now", now())
                .param("never", now().plus(LONGER_THAN_ANY_WAITS))
                .query((row, number) -> read(row))
                .optional();
    }

    /** It was sent, or given up. */
    void over(Waiting notice) {
        jdbc.sql("UPDATE notice SET over_at = ? WHERE id = ?")
                .params(now(), notice.id())
                .update();
    }

    void tryAgain(Waiting notice, Duration in) {
        jdbc.sql("UPDATE notice SET try_at = ? WHERE id = ?")
                .params(now().plus(in), notice.id())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Waiting read(ResultSet row) throws SQLException {
        String counts = row.getString("counts");
        return new Waiting(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                Notice.of(row.getString("kind")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getInt("tries"),
                counts == null ? null : json.readValue(counts, DayCounts.class));
    }

    /**
     * One of them.
     *
     * @param tries how often it was tried, this time included
     * @param counts of the digest; null of every other notice
     */
    record Waiting(
            UUID id,
            AccountId account,
            Notice notice,
            Instant madeAt,
            int tries,
            @Nullable DayCounts counts) {}
}
