package hotleads.core.leads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far behind Acuity we may be, told from when it last answered and not from how a job ended. */
@Component
public class AcuityFreshness {
    private static final Duration PERIOD = Duration.ofMinutes(15);

    /** Refusals of deliveries are told by the minute they fell in. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final String KEY_REFUSED = "key-refused";
    private static final String KEY_CHANGED = "key-changed";
    private static final String BROUGHT_NOTHING = "brought-nothing";
    private static final Set<String> A_PERSON_MUST_ACT = Set.of(KEY_REFUSED, KEY_CHANGED, "forbidden");

    private final JdbcClient jdbc;
    private final Clock clock;

    AcuityFreshness(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * From lateness: over one period Late, over two Stopped; refused credentials need a person. Quiet is on time, but
     * only by asking: the hooks did not tell what the asking brought.
     */
    public enum State {
        ON_TIME,
        QUIET,
        LATE,
        STOPPED,
        ACTION_NEEDED,
        NOT_RUN_YET;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * What we know of the source.
     *
     * @param fetchedTo when it last answered, in real time
     * @param cause a stable word for what went wrong last, null when nothing did
     */
    public record Status(
            State state,
            @Nullable Instant fetchedTo,
            @Nullable String cause) {}

    /**
     * The state all stored evaluations were made under.
     *
     * @param since from when it has been so, in real time
     */
    record Known(State state, Instant since) {}

    Known known() {
        return jdbc.sql("SELECT known_state, known_since FROM provider_state WHERE provider = 'acuity'")
                .query((row, number) -> new Known(
                        State.of(row.getString(1)), row.getTimestamp(2).toInstant()))
                .single();
    }

    public Status now() {
        return jdbc.sql("""
                        SELECT last_success_at, window_read_at, cause, quiet_cause, nothing_since,
                               CASE WHEN cause = 'key-refused' THEN (
                                 SELECT at FROM audit_entry WHERE act = 'hook.refused' AND subject = 'acuity' ORDER BY id DESC LIMIT 1)
                               END AS hook_refused_at
                        FROM provider_state WHERE provider = 'acuity'
                        """).query((row, number) -> status(row)).single();
    }

    /** @return whether it changed, so that what depends on it must be told anew */
    boolean remember(State state) {
        return jdbc.sql("""
                                UPDATE provider_state SET known_state = ?, known_since = ?
                                WHERE provider = 'acuity' AND known_state <> ?
                                """)
                        .params(state.word(), Timestamp.from(clock.instant()), state.word())
                        .update()
                == 1;
    }

    private Status status(ResultSet row) throws SQLException {
        Timestamp success = row.getTimestamp("last_success_at");
        boolean everRead = row.getTimestamp("window_read_at") != null;
        String cause = causeOf(row, success);
        String quiet = row.getString("quiet_cause");
        State state = stateOf(everRead ? success : null, cause);
        if (state == State.ON_TIME && row.getTimestamp("nothing_since") != null) {
            // An answer that cannot be right is none, however punctual it came.
            return new Status(State.LATE, success == null ? null : success.toInstant(), BROUGHT_NOTHING);
        }
        boolean isQuiet = state == State.ON_TIME && quiet != null;
        return new Status(
                isQuiet ? State.QUIET : state, success == null ? null : success.toInstant(), isQuiet ? quiet : cause);
    }

    /** The key signs the hooks too: when both fail since we were last let in, it was changed at Acuity (sheet §1.9). */
    private static @Nullable String causeOf(ResultSet row, @Nullable Timestamp success) throws SQLException {
        String cause = row.getString("cause");
        Timestamp refused = row.getTimestamp("hook_refused_at");
        boolean signatureFails = success != null
                && refused != null
                && !refused.toInstant().isBefore(success.toInstant().minus(MINUTE));
        return KEY_REFUSED.equals(cause) && signatureFails ? KEY_CHANGED : cause;
    }

    private State stateOf(@Nullable Timestamp success, @Nullable String cause) {
        if (cause != null && A_PERSON_MUST_ACT.contains(cause)) {
            return State.ACTION_NEEDED;
        }
        if (success == null) {
            return State.NOT_RUN_YET;
        }
        Duration behind = Duration.between(success.toInstant(), clock.instant());
        if (behind.compareTo(PERIOD.multipliedBy(2)) > 0) {
            return State.STOPPED;
        }
        // A minute of grace: the scheduled read itself takes a moment.
        return behind.compareTo(PERIOD.plusMinutes(1)) > 0 ? State.LATE : State.ON_TIME;
    }
}
