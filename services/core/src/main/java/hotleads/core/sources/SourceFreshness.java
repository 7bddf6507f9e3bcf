package hotleads.core.sources;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far behind a source we may be, told from up to when we know all there was and not from how a job ended. */
@Component
public class SourceFreshness {
    /** A scheduled run takes a moment by itself. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    /** The words of sync for what only a person can mend. */
    static final Set<String> A_PERSON_MUST_ACT = Set.of(
            "token-refused",
            "credentials-refused",
            "permission-withdrawn",
            "scope-missing",
            "forbidden",
            "unknown-host");

    private static final String NOT_CONNECTED = "not-connected";

    private static final String SELECT = "SELECT source, fetched_to, cause, nothing_since FROM source_state ";

    private final JdbcClient jdbc;
    private final Clock clock;

    SourceFreshness(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** From the best to the worst. */
    public enum State {
        ON_TIME,
        LATE,
        STOPPED,
        ACTION_NEEDED,
        NOT_RUN_YET,
        /** Nobody gave us credentials: what would need it is not asserted, and nobody is alarmed. */
        NOT_CONNECTED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What we know of a source.
     *
     * @param fetchedTo up to when we know all there was, in real time
     * @param cause a stable word for what is wrong, null when nothing is
     * @param nothingSince since when it answers that there is nothing though something was due
     */
    public record Status(
            State state,
            @Nullable Instant fetchedTo,
            @Nullable String cause,
            @Nullable Instant nothingSince) {
        /** Whether what it did not tell may be taken for not having happened. */
        public boolean mayBeBelieved() {
            return state == State.ON_TIME;
        }
    }

    /** Of several accounts the one that is worst off. */
    public Status of(Source source) {
        return Objects.requireNonNull(ofEach().get(source));
    }

    /** What all people's reasons stand on: what one practitioner's host at Zoom lacks makes nobody else's late. */
    public Status ofThePractice(Source source) {
        return source == Source.ZOOM ? of(source, Source.MAIN) : of(source);
    }

    /** As {@link #of(Source)}, of every source. */
    public Map<Source, Status> ofEach() {
        Map<Source, Status> each = new EnumMap<>(Source.class);
        // Of two that are equally ill the first is told: of Google's the calendar itself, and elsewhere the practice's
        // own.
        jdbc.sql(SELECT + "ORDER BY (source = 'google') = (account = 'main')").query(row -> {
            Source source = Source.of(row.getString("source")).orElseThrow();
            each.merge(source, status(source, row), BinaryOperator.maxBy(Comparator.comparing(Status::state)));
        });
        for (Source source : Source.values()) {
            each.putIfAbsent(source, new Status(State.NOT_RUN_YET, null, null, null));
        }
        return each;
    }

    public Status of(Source source, String account) {
        return jdbc.sql(SELECT + "WHERE source = ? AND account = ?")
                .params(source.word(), account)
                .query((row, number) -> status(source, row))
                .optional()
                .orElse(new Status(State.NOT_RUN_YET, null, null, null));
    }

    private Status status(Source source, ResultSet row) throws SQLException {
        Instant fetchedTo = instant(row, "fetched_to");
        String cause = row.getString("cause");
        Instant nothingSince = instant(row, "nothing_since");
        State state = stateOf(source, fetchedTo, cause);
        return new Status(
                // An answer that cannot be right is none, however punctual it came.
                state == State.ON_TIME && nothingSince != null ? State.LATE : state,
                fetchedTo,
                cause == null && nothingSince != null ? "brought-nothing" : cause,
                nothingSince);
    }

    private State stateOf(Source source, @Nullable Instant fetchedTo, @Nullable String cause) {
        if (NOT_CONNECTED.equals(cause)) {
            return State.NOT_CONNECTED;
        }
        if (cause != null && A_PERSON_MUST_ACT.contains(cause)) {
            return State.ACTION_NEEDED;
        }
        if (fetchedTo == null) {
            return State.NOT_RUN_YET;
        }
        Duration behind = Duration.between(fetchedTo, clock.instant());
        if (behind.compareTo(source.period().multipliedBy(2)) > 0) {
            return State.STOPPED;
        }
        return behind.compareTo(source.period().plus(GRACE)) > 0 ? State.LATE : State.ON_TIME;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
