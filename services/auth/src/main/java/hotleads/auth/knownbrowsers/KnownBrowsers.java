package hotleads.auth.knownbrowsers;

import hotleads.auth.accounts.AccountId;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.accounts.EmailAddress;
import hotleads.vault.inuse.KeysInUse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored browsers, each bound to the accounts that fully signed in with it. */
@Component
public class KnownBrowsers {
    /** As long as a browser keeps any cookie (RFC 6265bis). */
    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final JdbcClient jdbc;
    private final KeysInUse keys;
    private final SecureRandom random;
    private final Clock clock;

    KnownBrowsers(JdbcClient jdbc, KeysInUse keys, SecureRandom random, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.random = random;
        this.clock = clock;
    }

    /** Whether whoever has this e-mail signed in with the browser before; the same work whether anyone has it. */
    public boolean knows(@Nullable BrowserSecret browser, EmailAddress email) {
        return browser != null
                && jdbc.sql("""
                                SELECT EXISTS (SELECT 1 FROM known_browser k JOIN account a ON a.id = k.account_id
                                               WHERE k.hash = :hash AND a.email_digest = ANY (:emails) AND k.seen_at > :since)
                                """)
                        .param("hash", browser.hash())
                        .param("emails", Accounts.digestsOf(email, keys.search()))
                        .param("since", now().minus(REMEMBERED))
                        .query(Boolean.class)
                        .single();
    }

    /**
     * Binds the browser to an account that has just signed in fully, always under a new secret: one that was planted in
     * the browser before is worth nothing afterwards.
     */
    public BrowserSecret remember(AccountId account, @Nullable BrowserSecret before) {
        BrowserSecret secret = BrowserSecret.random(random);
        if (before != null) {
            jdbc.sql("UPDATE known_browser SET hash = ? WHERE hash = ?")
                    .params(secret.hash(), before.hash())
                    .update();
        }
        jdbc.sql("""
                        INSERT INTO known_browser (hash, account_id, seen_at) VALUES (?, ?, ?)
                        ON CONFLICT (hash, account_id) DO UPDATE SET seen_at = excluded.seen_at
                        """).params(secret.hash(), account.value(), now()).update();
        return secret;
    }

    /** After this every browser is a stranger to the account. */
    public void forgetAll(AccountId account) {
        jdbc.sql("DELETE FROM known_browser WHERE account_id = ?")
                .param(account.value())
                .update();
    }

    int forgetOld() {
        return jdbc.sql("DELETE FROM known_browser WHERE seen_at <= ?")
                .param(now().minus(REMEMBERED))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
