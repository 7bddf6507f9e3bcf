package hotleads.core.sources;

import hotleads.core.Ids;
import hotleads.core.acts.Acts;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what each run brought or why it did not, and tells the audit trail. */
@Component
public class SourceRuns {
    private static final Logger log = LoggerFactory.getLogger(SourceRuns.class);

    private final SourceHealth health;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final JdbcClient jdbc;
    private final Clock clock;

    SourceRuns(SourceHealth health, Acts acts, TransactionTemplate transaction, Ids ids, JdbcClient jdbc, Clock clock) {
        this.health = health;
        this.acts = acts;
        this.transaction = transaction;
        this.ids = ids;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** As {@link #run(Source, String, String, Supplier)}, for the account of the whole practice. */
    public boolean run(Source source, String kind, Supplier<Brought> fetch) {
        return run(source, Source.MAIN, kind, fetch);
    }

    /**
     * Runs it, unless a person paused the source.
     *
     * @param kind what is fetched, such as {@code delta} or {@code sweep}; a delta that ends well makes the source
     *     fresh up to when it began
     * @param fetch stores what it brings in transactions of its own, and throws {@link NotBrought} when it cannot go on
     * @return whether it ended well
     */
    public boolean run(Source source, String account, String kind, Supplier<Brought> fetch) {
        if (isPaused(source)) {
            return false;
        }
        Instant began = clock.instant();
        UUID id = begin(source, account, kind, began);
        try {
            Brought brought = fetch.get();
            transaction.executeWithoutResult(status -> {
                finish(id, brought.isSuspicious() ? "nothing" : "done", null, brought);
                health.fetchedTo(source, account, began, brought);
                acts.byJob(source.word() + "." + kind, "provider.fetched", "provider", source.word());
            });
            return true;
        } catch (NotBrought known) {
            ended(
                    source,
                    account,
                    kind,
                    id,
                    known.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    known.word());
            return false;
        } catch (RuntimeException failed) {
            // The text is left out: it may quote what was fetched.
            log.error(
                    "Fetching from {} failed: {}",
                    source.word(),
                    failed.getClass().getName());
            ended(source, account, kind, id, "failed", "our-fault");
            return false;
        }
    }

    public boolean isPaused(Source source) {
        return jdbc.sql("SELECT count(*) FROM source_pause WHERE source = ?")
                        .param(source.word())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private UUID begin(Source source, String account, String kind, Instant began) {
        UUID id = ids.next();
        transaction.executeWithoutResult(status -> {
            // Of a core that was killed in the middle.
            jdbc.sql("""
                            UPDATE fetch_run SET finished_at = ?, outcome = 'stopped'
                            WHERE source = ? AND account = ? AND kind = ? AND finished_at IS NULL
                            """)
                    .params(Timestamp.from(began), source.word(), account, kind)
                    .update();
            jdbc.sql("""
                            INSERT INTO fetch_run (id, source, account, kind, started_at, outcome)
                            VALUES (?, ?, ?, ?, ?, 'running')
                            """)
                    .params(id, source.word(), account, kind, Timestamp.from(began))
                    .update();
        });
        return id;
    }

    private void ended(Source source, String account, String kind, UUID id, String outcome, String cause) {
        transaction.executeWithoutResult(status -> {
            finish(id, outcome, cause, Brought.NOTHING);
            health.notFetched(source, account, cause);
            acts.byJob(source.word() + "." + kind, "provider.not-fetched", "provider", source.word());
        });
    }

    private void finish(UUID id, String outcome, @Nullable String cause, Brought brought) {
        Compared compared = brought.compared();
        jdbc.sql("""
                        UPDATE fetch_run SET finished_at = ?, outcome = ?, cause = ?, fetched = ?, changed = ?, skipped = ?,
                          compared_from = ?, compared_to = ?, same = ?, missing = ?, different = ?, extra = ?
                        WHERE id = ?
                        """)
                .params(Arrays.asList(
                        Timestamp.from(clock.instant()),
                        outcome,
                        cause,
                        brought.fetched(),
                        brought.changed(),
                        brought.skipped(),
                        compared == null ? null : timestamp(compared.from()),
                        compared == null ? null : timestamp(compared.to()),
                        compared == null ? null : compared.same(),
                        compared == null ? null : compared.missing(),
                        compared == null ? null : compared.different(),
                        compared == null ? null : compared.extra(),
                        id))
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
