package hotleads.core.connections;

import hotleads.contracts.AppointmentsAnswer;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.core.time.TimeAhead;
import hotleads.core.time.TimesAhead;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the last reads went, kept where every core sees it, and how long to stay away when they went badly. */
@Component
public class AcuityHealth implements TimesAhead {
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(60);
    private static final Duration UNTIL_A_PERSON_ACTED = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private final AcuityPace pace;
    private final Clock clock;

    AcuityHealth(JdbcClient jdbc, AcuityPace pace, Clock clock) {
        this.jdbc = jdbc;
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public List<TimeAhead> timesAhead() {
        return List.of(TimeAhead.past("provider_state", "last_success_at"));
    }

    void heard(AppointmentsAnswer answer) {
        switch (answer.outcome()) {
            case OK, NOTHING, GONE -> succeeded();
            case RETRY_LATER -> {
                failed(answer.cause());
                pace.pause(askedFor(answer.retryAfterMillis()));
            }
            case REFUSED_TOKEN, REFUSED_PERMISSION -> {
                failed(answer.cause());
                pace.pause(UNTIL_A_PERSON_ACTED);
            }
            case BAD_REQUEST, UNCLEAR -> failed(answer.cause());
        }
    }

    /** A call that brought no bookings: it says nothing of how fresh they are, but whether we are welcome. */
    void heardAside(ProviderAnswer<?> answer) {
        switch (answer.outcome()) {
            case RETRY_LATER -> pace.pause(askedFor(answer.retryAfterMillis()));
            case REFUSED_TOKEN -> {
                failed(answer.cause());
                pace.pause(UNTIL_A_PERSON_ACTED);
            }
            case OK, NOTHING, GONE, REFUSED_PERMISSION, BAD_REQUEST, UNCLEAR -> {
                // Not being let in to one corner, or a corner out of order, says nothing of the bookings.
            }
        }
    }

    /** A person wants to know now whether the credentials are taken: no waiting because they were not before. */
    void credentialsAreTried() {
        jdbc.sql("UPDATE provider_state SET paused_until = NULL WHERE provider = 'acuity' AND cause = 'key-refused'")
                .update();
    }

    /** They are: what said otherwise is over, and the bookings stay as late as they are. */
    void credentialsAreTaken() {
        jdbc.sql(
                        "UPDATE provider_state SET failing_since = NULL, cause = NULL WHERE provider = 'acuity' AND cause = 'key-refused'")
                .update();
    }

    /** How long to wait before the next try of one order: doubled each time, with jitter, at most a minute. */
    static Duration backOff(int failures) {
        long ceiling = Math.min(LONGEST_BACK_OFF.toMillis(), 1_000L << Math.min(failures, 6));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling + 1));
    }

    static boolean answered(AppointmentsAnswer answer) {
        return answer.outcome() == ProviderOutcome.OK
                || answer.outcome() == ProviderOutcome.NOTHING
                || answer.outcome() == ProviderOutcome.GONE;
    }

    /** A stable word for why nothing came. */
    static String causeOf(AppointmentsAnswer answer) {
        String cause = answer.cause();
        return cause == null ? "unclear" : cause;
    }

    /** Whether all windows of a sweep were ever read, before which nobody is said to have nothing booked. */
    public boolean everWhole() {
        return jdbc.sql("SELECT window_read_at IS NOT NULL FROM provider_state WHERE provider = 'acuity'")
                .query(Boolean.class)
                .single();
    }

    public void wholeWindowsRead() {
        jdbc.sql("UPDATE provider_state SET window_read_at = ?, nothing_since = NULL WHERE provider = 'acuity'")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /** It answered, in time and well, that there is nothing where something lies. */
    public void broughtNothing() {
        jdbc.sql("UPDATE provider_state SET nothing_since = coalesce(nothing_since, ?) WHERE provider = 'acuity'")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private static Duration askedFor(@Nullable Long retryAfterMillis) {
        return retryAfterMillis == null ? backOff(0) : Duration.ofMillis(Math.max(0, retryAfterMillis));
    }

    private void succeeded() {
        Instant now = clock.instant();
        // Once a second is fresh enough, and spares the row the rest.
        jdbc.sql("""
                        UPDATE provider_state SET last_success_at = ?, failing_since = NULL, cause = NULL
                        WHERE provider = 'acuity' AND (last_success_at IS NULL OR last_success_at < ? OR failing_since IS NOT NULL)
                        """)
                .params(Timestamp.from(now), Timestamp.from(now.minusSeconds(1)))
                .update();
    }

    private void failed(@Nullable String cause) {
        jdbc.sql(
                        "UPDATE provider_state SET failing_since = coalesce(failing_since, ?), cause = ? WHERE provider = 'acuity'")
                .params(Timestamp.from(clock.instant()), cause == null ? "unclear" : cause)
                .update();
    }
}
