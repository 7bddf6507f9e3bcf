package hotleads.simulators.practice;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One session in somebody's calendar; {@code scheduledBy} is null when the client booked it. */
public record Booking(
        long id,
        Client client,
        Instant startsAt,
        int minutes,
        long calendarId,
        long typeId,
        Instant createdAt,
        boolean canceled,
        boolean noShow,
        @Nullable String scheduledBy,
        @Nullable Long labelId,
        @Nullable Long classId,
        String notes) {

    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }

    public boolean isUpcoming(Instant now) {
        return !canceled && startsAt.isAfter(now);
    }

    public String practitioner() {
        return Catalogue.practitioner(calendarId).map(Practitioner::name).orElse("");
    }

    public String typeName() {
        return Catalogue.type(typeId).map(SessionType::name).orElse("");
    }

    boolean overlaps(Instant from, Instant to) {
        return startsAt.isBefore(to) && from.isBefore(endsAt());
    }

    Booking cancelled(boolean missed, String note) {
        String kept = note.isEmpty() ? notes : note;
        return new Booking(
                id,
                client,
                startsAt,
                minutes,
                calendarId,
                typeId,
                createdAt,
                true,
                missed,
                scheduledBy,
                labelId,
                classId,
                kept);
    }

    Booking movedTo(Instant start, long calendar) {
        return new Booking(
                id,
                client,
                start,
                minutes,
                calendar,
                typeId,
                createdAt,
                canceled,
                noShow,
                scheduledBy,
                labelId,
                classId,
                notes);
    }

    /** The fields a PUT may change; everything else stays. */
    public Booking edited(Client who, @Nullable Long label, String newNotes) {
        return new Booking(
                id,
                who,
                startsAt,
                minutes,
                calendarId,
                typeId,
                createdAt,
                canceled,
                noShow,
                scheduledBy,
                label,
                classId,
                newNotes);
    }
}
