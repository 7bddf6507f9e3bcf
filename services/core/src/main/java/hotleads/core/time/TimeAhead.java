package hotleads.core.time;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A column that tells until when something waits.
 *
 * @param most how far it lies ahead at most when it is written
 * @param isPractice whether it follows the practice's clock instead of the real one
 */
public record TimeAhead(String table, String column, Duration most, boolean isPractice) {
    /** A lease of ours: whoever holds it may still be at it, so that others wait for it as long as ever. */
    public static TimeAhead lease(String table, String column, Duration length) {
        return new TimeAhead(table, column, length, false);
    }

    /** What may as well be now: another try, or a provider that says itself whether it is too soon. */
    public static TimeAhead pause(String table, String column) {
        return new TimeAhead(table, column, Duration.ZERO, false);
    }

    /** As {@link #pause}, by the practice's clock. */
    public static TimeAhead practicePause(String table, String column) {
        return new TimeAhead(table, column, Duration.ZERO, true);
    }

    /** What has happened cannot lie ahead. */
    public static TimeAhead past(String table, String column) {
        return pause(table, column);
    }

    /** As {@link #past}, by the practice's clock. */
    public static TimeAhead practicePast(String table, String column) {
        return practicePause(table, column);
    }

    /** Lets nothing lie further ahead than it would if it were written now. */
    public void bringBack(JdbcClient jdbc, Instant now) {
        jdbc.sql("UPDATE %1$s SET %2$s = :latest WHERE %2$s > :latest".formatted(table, column))
                .param("latest", Timestamp.from(now.plus(most)))
                .update();
    }
}
