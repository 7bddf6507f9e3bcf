package hotleads.core.sources;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What opens each account, sealed by sync; to us it is bytes. */
@Component
class Accounts {
    private final JdbcClient jdbc;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param version rises with each renewal; 0 when there never was one */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Lent(byte @Nullable [] sealed, long version) {}

    Lent lend(Source source, String account) {
        return jdbc.sql("SELECT sealed, version FROM provider_account WHERE source = ? AND account = ?")
                .params(source.word(), account)
                .query((row, number) -> new Lent(row.getBytes("sealed"), row.getLong("version")))
                .optional()
                .orElse(new Lent(null, 0));
    }

    /** Every account of the source is opened by this from now on. */
    @Transactional
    public void replace(Source source, byte[] sealed) {
        jdbc.sql("INSERT INTO provider_account (source, account) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(source.word(), Source.MAIN)
                .update();
        jdbc.sql("UPDATE provider_account SET sealed = ?, version = version + 1, renewed_at = ? WHERE source = ?")
                .params(sealed, Timestamp.from(clock.instant()), source.word())
                .update();
    }

    void forget(Source source, String account) {
        jdbc.sql("UPDATE provider_account SET sealed = NULL, version = version + 1 WHERE source = ? AND account = ?")
                .params(source.word(), account)
                .update();
    }

    /**
     * Replaces what is kept, unless somebody else just did: of two who want a new token one asks for it, and the other
     * finds it there. The row stays locked meanwhile, as some providers give few tokens; whoever finds it locked waits
     * without a connection, of which a provider that is slow to answer would take one for each.
     *
     * @param seen the version that was not good enough
     * @param make makes the new bytes from the old; null when it could not, and all stays as it was
     * @return false while somebody else is at it
     */
    @Transactional
    public boolean renew(Source source, String account, long seen, Function<Lent, byte @Nullable []> make) {
        Optional<Lent> held = hold(source, account);
        if (held.isEmpty()) {
            return false;
        }
        if (held.get().version() > seen) {
            return true;
        }
        byte[] made = make.apply(held.get());
        if (made != null) {
            jdbc.sql("""
                            UPDATE provider_account SET sealed = ?, version = version + 1, renewed_at = ?
                            WHERE source = ? AND account = ?
                            """)
                    .params(made, Timestamp.from(clock.instant()), source.word(), account)
                    .update();
        }
        return true;
    }

    /** Apart from the renewal, in which others would wait for it. */
    void open(Source source, String account) {
        jdbc.sql("INSERT INTO provider_account (source, account) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(source.word(), account)
                .update();
    }

    private Optional<Lent> hold(Source source, String account) {
        return jdbc.sql(
                        "SELECT sealed, version FROM provider_account WHERE source = ? AND account = ? FOR UPDATE SKIP LOCKED")
                .params(source.word(), account)
                .query((row, number) -> new Lent(row.getBytes("sealed"), row.getLong("version")))
                .optional();
    }
}
