package hotleads.simulators.google;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event, one weekly series, or one instance of a series that was changed by itself.
 *
 * @param change the calendar's counter when it last changed; its etag
 * @param response how the calendar's owner answered the invitation, or null for an event of their own
 * @param weekly whether it repeats every week, until {@code lastDay} where that is given
 * @param series the series it belongs to, or null
 */
public record Event(
        String id,
        boolean cancelled,
        long change,
        Instant created,
        Instant updated,
        int sequence,
        @Nullable String summary,
        Span span,
        boolean tentative,
        boolean transparent,
        boolean secret,
        String type,
        @Nullable String response,
        boolean weekly,
        @Nullable LocalDate lastDay,
        @Nullable String series,
        @Nullable Span original,
        Map<String, String> properties) {

    public Event {
        properties = Map.copyOf(properties);
    }

    String etag() {
        // As wide as Google's, which are microseconds.
        return "\"" + (3_590_532_000_000_000L + change) + "\"";
    }

    boolean isBusy() {
        return !cancelled
                && !transparent
                && !type.equals("workingLocation")
                && !type.equals("birthday")
                && !"declined".equals(response);
    }

    boolean isAt(Span other) {
        return span.startsAt().equals(other.startsAt()) && span.endsAt().equals(other.endsAt());
    }

    Event changed(long at, Instant now) {
        return new Event(
                id,
                cancelled,
                at,
                created,
                now,
                sequence,
                summary,
                span,
                tentative,
                transparent,
                secret,
                type,
                response,
                weekly,
                lastDay,
                series,
                original,
                properties);
    }

    Event withCancelled(boolean gone) {
        return new Event(
                id,
                gone,
                change,
                created,
                updated,
                sequence,
                summary,
                span,
                tentative,
                transparent,
                secret,
                type,
                response,
                weekly,
                lastDay,
                series,
                original,
                properties);
    }

    Event at(Span other) {
        return new Event(
                id,
                cancelled,
                change,
                created,
                updated,
                isAt(other) ? sequence : sequence + 1,
                summary,
                other,
                tentative,
                transparent,
                secret,
                type,
                response,
                weekly,
                lastDay,
                series,
                original,
                properties);
    }

    Event described(@Nullable String title, boolean free, boolean hidden, boolean unsure, Map<String, String> marks) {
        return new Event(
                id, cancelled, change, created, updated, sequence, title, span, unsure, free, hidden, type, response,
                weekly, lastDay, series, original, marks);
    }

    /** One week of a series; it bears the series' etag. */
    Event instance(String instanceId, Span when) {
        return new Event(
                instanceId,
                cancelled,
                change,
                created,
                updated,
                sequence,
                summary,
                when,
                tentative,
                transparent,
                secret,
                type,
                response,
                false,
                null,
                id,
                when,
                properties);
    }
}
