package hotleads.auth.resets;

import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.AccountId;
import hotleads.auth.invites.LinkSecret;
import hotleads.auth.resets.Reset.State;
import hotleads.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored resets: one is open for each account. */
@Component
public class Resets {
    private static final String SELECT =
            "SELECT id, account_id, asked_by, asked_at, expires_at, state, begins_at FROM factor_reset ";
    private static final String OPEN = "(state = 'waiting' OR state = 'asked' AND expires_at > :now)";

    private final JdbcClient jdbc;
    private final Clock clock;

    Resets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that wait for somebody, the oldest first. */
    List<Reset> open() {
        return jdbc.sql(SELECT + "WHERE " + OPEN + " ORDER BY asked_at, id")
                .param("now", now())
                .query(Resets::read)
                .list();
    }

    /** How many of those that are asked for this administrator could approve. */
    public int waitingFor(AccountId administrator, Set<AccountId> working) {
        return (int) open().stream()
                .filter(reset -> reset.state() == State.ASKED)
                .filter(reset -> reset.approvers(working).contains(administrator))
                .count();
    }

    boolean isOpenFor(AccountId account) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM factor_reset WHERE account_id = :account AND " + OPEN + ")")
                .param("account", account.value())
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    Optional<Reset> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = ?").param(id).query(Resets::read).optional();
    }

    /** Stores the wish, in the place of one that nobody approved in time. */
    Reset add(Account about, AccountId askedBy, String reason, String identityCheck) {
        jdbc.sql("UPDATE factor_reset SET state = 'stopped' WHERE account_id = ? AND state = 'asked'")
                .param(about.id().value())
                .update();
        Instant at = clock.instant();
        Reset reset = new Reset(
                UUID.randomUUID(), about.id(), askedBy, at, at.plus(Reset.TIME_TO_APPROVE), State.ASKED, null);
        jdbc.sql("""
                        INSERT INTO factor_reset
                          (id, account_id, asked_by, asked_at, expires_at, reason, identity_check, state)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 'asked')
                        """)
                .params(
                        reset.id(),
                        about.id().value(),
                        askedBy.value(),
                        time(at),
                        time(reset.expiresAt()),
                        about.key().seal(reason, place("reason", reset.id())),
                        about.key().seal(identityCheck, place("identity_check", reset.id())))
                .update();
        return reset;
    }

    /** What the administrator who asked wrote. */
    Words wordsOf(Reset reset, Account about) {
        return jdbc.sql("SELECT reason, identity_check FROM factor_reset WHERE id = ?")
                .param(reset.id())
                .query((row, n) -> new Words(
                        about.key().openText(row.getBytes("reason"), place("reason", reset.id())),
                        about.key().openText(row.getBytes("identity_check"), place("identity_check", reset.id()))))
                .single();
    }

    void waitUntil(Reset reset, Instant begins, AccountId by) {
        jdbc.sql(
                        "UPDATE factor_reset SET state = 'waiting', begins_at = ?, decided_by = ?, decided_at = ? WHERE id = ?")
                .params(time(begins), by.value(), now(), reset.id())
                .update();
    }

    void stop(Reset reset, AccountId by) {
        jdbc.sql("UPDATE factor_reset SET state = 'stopped', decided_by = ?, decided_at = ? WHERE id = ?")
                .params(by.value(), now(), reset.id())
                .update();
    }

    void done(Reset reset, AccountId by, LinkSecret link, Instant linkExpires) {
        jdbc.sql("""
                        UPDATE factor_reset
                        SET state = 'done', decided_by = ?, decided_at = ?, token_hash = ?, link_expires_at = ?
                        WHERE id = ?
                        """)
                .params(by.value(), now(), link.hash(), time(linkExpires), reset.id())
                .update();
    }

    /**
     * Whose new factor this link leads to, until that is set up or time is over. Interrupted, it leads there again: it
     * opens nothing without the password, and a second reset would need two people once more.
     */
    public Optional<AccountId> accountOf(LinkSecret link) {
        return jdbc.sql("""
                        SELECT r.account_id FROM factor_reset r
                        WHERE r.token_hash = ? AND r.state = 'done' AND r.link_expires_at > ?
                          AND NOT EXISTS (SELECT 1 FROM working_factor f WHERE f.account_id = r.account_id)
                        """)
                .params(link.hash(), now())
                .query((row, n) -> new AccountId(row.getObject("account_id", UUID.class)))
                .optional();
    }

    private static Reset read(ResultSet row, int number) throws SQLException {
        OffsetDateTime begins = row.getObject("begins_at", OffsetDateTime.class);
        return new Reset(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                new AccountId(row.getObject("asked_by", UUID.class)),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                State.of(row.getString("state")),
                begins == null ? null : begins.toInstant());
    }

    private OffsetDateTime now() {
        return time(clock.instant());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Place place(String column, UUID id) {
        return new Place("factor_reset", column, id);
    }

    /** Free text; it never prints itself. */
    record Words(String reason, String identityCheck) {
        @Override
        public String toString() {
            return "[reason]";
        }
    }
}
