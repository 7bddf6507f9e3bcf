package hotleads.core.leads;

import hotleads.core.leads.rules.Freshness;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceFreshness;
import hotleads.core.sources.SourceFreshness.State;
import hotleads.core.time.PracticeClock;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The state of each source that all stored evaluations were made under. */
@Component
class KnownSources {
    private final JdbcClient jdbc;
    private final PracticeClock practiceClock;
    private final Clock clock;

    KnownSources(JdbcClient jdbc, PracticeClock practiceClock, Clock clock) {
        this.jdbc = jdbc;
        this.practiceClock = practiceClock;
        this.clock = clock;
    }

    private record Known(State state, Instant since) {}

    /** A source that never told anything has nothing that could be late. */
    Freshness freshnessOf(Source source) {
        return known(source)
                .map(known -> switch (known.state) {
                    case ON_TIME, NOT_RUN_YET -> Freshness.ON_TIME;
                    case LATE -> new Freshness(practiceClock.at(known.since), null);
                    case STOPPED, ACTION_NEEDED, NOT_CONNECTED ->
                        new Freshness(practiceClock.at(known.since), practiceClock.at(known.since));
                })
                .orElse(Freshness.ON_TIME);
    }

    State stateOf(Source source) {
        return known(source).map(Known::state).orElse(State.NOT_RUN_YET);
    }

    private Optional<Known> known(Source source) {
        return jdbc.sql("SELECT state, since FROM source_known WHERE source = ?")
                .param(source.word())
                .query((row, number) -> new Known(
                        stateOf(row.getString("state")),
                        row.getTimestamp("since").toInstant()))
                .optional();
    }

    private static State stateOf(String word) {
        return State.valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    /** @return whether it changed, so that what depends on it must be told anew */
    boolean remember(Source source, SourceFreshness.Status status) {
        return jdbc.sql("""
                                INSERT INTO source_known AS known (source, state, since) VALUES (?, ?, ?)
                                ON CONFLICT (source) DO UPDATE SET state = EXCLUDED.state, since = EXCLUDED.since
                                WHERE known.state <> EXCLUDED.state
                                """)
                        .params(source.word(), status.state().word(), Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
