package hotleads.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One Acuity appointment as sync read it, with everything the product does not need already dropped: no form answers,
 * notes, prices or confirmation links.
 *
 * @param id Acuity's number, kept over moves
 * @param startsAt the start as an instant; Acuity sends it with an offset
 * @param durationMinutes length in minutes; Acuity sends it as text
 * @param clientZone IANA name of the zone the client booked in
 * @param calendarZone IANA name of the practitioner's zone
 * @param noShow present on cancelled appointments only, where Acuity keeps missed sessions
 * @param bookedByStaff null in list answers, which leave out who booked
 * @param labelIds empty when Acuity sends null
 */
public record AcuityAppointment(
        long id,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String phone,
        @Nullable String email,
        Instant startsAt,
        int durationMinutes,
        long calendarId,
        @Nullable String calendarName,
        long appointmentTypeId,
        @Nullable String typeName,
        @Nullable String clientZone,
        @Nullable String calendarZone,
        boolean canceled,
        @Nullable Boolean noShow,
        @Nullable Instant createdAt,
        @Nullable Boolean bookedByStaff,
        List<Long> labelIds,
        @Nullable Long classId) {}
