package hotleads.core.sources;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.core.time.TimeAhead;
import hotleads.core.time.TimesAhead;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the last calls and runs went, kept where every core sees it, and how long to stay away when they went badly. */
@Component
public class SourceHealth implements TimesAhead {
    private static final Duration UNTIL_A_PERSON_ACTED = Duration.ofSeconds(60);
    private static final int LEAST_BACK_OFF_MILLIS = 500;
    private static final int MOST_BACK_OFF_MILLIS = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    SourceHealth(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<TimeAhead> timesAhead() {
        return List.of(TimeAhead.pause("source_state", "resting_until"), TimeAhead.past("source_state", "fetched_to"));
    }

    /**
     * Why calls stay away, and for how long still.
     *
     * @param cause what the last one failed with
     */
    record Rest(long millis, @Nullable String cause) {
        /** Waiting does not mend what only a person can: whoever asks hears that, and not that it is our pause. */
        <T> ProviderAnswer<T> answer() {
            return cause != null && SourceFreshness.A_PERSON_MUST_ACT.contains(cause)
                    ? ProviderAnswer.failed(ProviderOutcome.REFUSED_TOKEN, null, cause)
                    : ProviderAnswer.failed(ProviderOutcome.RETRY_LATER, millis, "resting");
        }
    }

    /** Empty when calls need not stay away. */
    Optional<Rest> rest(Source source, String account) {
        Instant now = clock.instant();
        return jdbc.sql(
                        "SELECT resting_until, cause FROM source_state WHERE source = ? AND account = ? AND resting_until > ?")
                .params(source.word(), account, Timestamp.from(now))
                .query((row, number) -> new Rest(
                        Duration.between(now, row.getTimestamp("resting_until").toInstant())
                                .toMillis(),
                        row.getString("cause")))
                .optional();
    }

    /** An answer of the provider, or that there was none. */
    void heard(Source source, String account, ProviderAnswer<?> answer) {
        switch (answer.outcome()) {
            case OK, NOTHING, GONE, CHANGED -> answered(source, account);
            case RETRY_LATER -> failed(source, account, answer.cause(), askedFor(answer.retryAfterMillis()));
            case REFUSED_TOKEN, TOKEN_NEEDED -> failed(source, account, answer.cause(), UNTIL_A_PERSON_ACTED);
            case REFUSED_PERMISSION, BAD_REQUEST, UNCLEAR -> failed(source, account, answer.cause(), Duration.ZERO);
        }
    }

    /** Everything there was until then is stored, as far as what was brought may be believed. */
    void fetchedTo(Source source, String account, Instant to, Brought brought) {
        jdbc.sql("""
                        INSERT INTO source_state AS state (source, account, fetched_to, nothing_since) VALUES (?, ?, ?, ?)
                        ON CONFLICT (source, account) DO UPDATE SET
                          fetched_to = greatest(state.fetched_to, excluded.fetched_to), failing_since = NULL, cause = NULL,
                          nothing_since = CASE WHEN NOT ? THEN coalesce(state.nothing_since, excluded.nothing_since) END
                        """)
                .params(Arrays.asList(
                        source.word(),
                        account,
                        Timestamp.from(to),
                        brought.isSuspicious() ? Timestamp.from(clock.instant()) : null,
                        brought.isBelievable()))
                .update();
    }

    /** Why a run did not come to its end, where no single answer said so: an endless list, or a fault of ours. */
    void notFetched(Source source, String account, String cause) {
        jdbc.sql("""
                        INSERT INTO source_state AS state (source, account, failing_since, cause) VALUES (?, ?, ?, ?)
                        ON CONFLICT (source, account) DO UPDATE SET
                          failing_since = coalesce(state.failing_since, excluded.failing_since), cause = excluded.cause
                        WHERE state.cause IS NULL
                        """)
                .params(source.word(), account, Timestamp.from(clock.instant()), cause)
                .update();
    }

    /** A person typed new credentials, or wants to know now: no waiting because of what was before. */
    public void peopleActed(Source source) {
        jdbc.sql("UPDATE source_state SET resting_until = NULL, failing_since = NULL, cause = NULL WHERE source = ?")
                .param(source.word())
                .update();
    }

    /** Beside what single calls tell: something of this account's own that waiting does not mend. */
    public void aPersonMustAct(Source source, String account, String cause) {
        failed(source, account, cause, Duration.ZERO);
    }

    /**
     * What only a person can end, a person may just have ended: only a call tells. A time a provider named still holds.
     */
    public void aPersonMayHaveMended(Source source) {
        jdbc.sql("UPDATE source_state SET resting_until = NULL WHERE source = ? AND cause = ANY (?)")
                .params(source.word(), SourceFreshness.A_PERSON_MUST_ACT.toArray(String[]::new))
                .update();
    }

    /** An account that is nobody's any more must not make the source look ill. */
    public void forget(Source source, String account) {
        jdbc.sql("DELETE FROM source_state WHERE source = ? AND account = ?")
                .params(source.word(), account)
                .update();
    }

    /** As {@link #forget}, of every account but these and the practice's own. */
    public void forgetAllBut(Source source, List<String> accounts) {
        jdbc.sql("DELETE FROM source_state WHERE source = ? AND account <> ? AND NOT account = ANY (?)")
                .params(source.word(), Source.MAIN, accounts.toArray(String[]::new))
                .update();
    }

    private void answered(Source source, String account) {
        jdbc.sql("""
                        UPDATE source_state SET failing_since = NULL, cause = NULL, resting_until = NULL
                        WHERE source = ? AND account = ? AND (failing_since IS NOT NULL OR resting_until IS NOT NULL)
                        """).params(source.word(), account).update();
    }

    private void failed(Source source, String account, @Nullable String cause, Duration rest) {
        Instant now = clock.instant();
        jdbc.sql("""
                        INSERT INTO source_state AS state (source, account, failing_since, cause, resting_until)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (source, account) DO UPDATE SET
                          failing_since = coalesce(state.failing_since, excluded.failing_since), cause = excluded.cause,
                          resting_until = excluded.resting_until
                        """)
                .params(
                        source.word(),
                        account,
                        Timestamp.from(now),
                        cause == null ? "unclear" : cause,
                        Timestamp.from(now.plus(rest)))
                .update();
    }

    /** Half a second to one when the provider names no time, so that many do not come back at once. */
    private static Duration askedFor(@Nullable Long retryAfterMillis) {
        return Duration.ofMillis(
                retryAfterMillis == null
                        ? ThreadLocalRandom.current().nextInt(LEAST_BACK_OFF_MILLIS, MOST_BACK_OFF_MILLIS)
                        : Math.max(0, retryAfterMillis));
    }
}
