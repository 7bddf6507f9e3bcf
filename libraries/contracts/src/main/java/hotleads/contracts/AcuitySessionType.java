package hotleads.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of session one can book; those no longer offered stay among them as not active.
 *
 * @param group whether several people share a session, or one books a series
 * @param calendarIds the calendars it can be booked in
 */
public record AcuitySessionType(
        long id, boolean active, @Nullable String name, boolean group, List<Long> calendarIds) {}
