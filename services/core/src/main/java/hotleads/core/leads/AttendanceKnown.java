package hotleads.core.leads;

import hotleads.core.attendance.AttendanceState;
import hotleads.core.attendance.Attendances.Held;
import hotleads.core.attendance.Judgement;
import hotleads.core.leads.rules.AttendanceFact;
import hotleads.core.leads.rules.AttendanceFact.Came;
import hotleads.core.observations.Booking;
import hotleads.core.triage.InForce.Said;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the rules are told of a session: a person's word before what was seen, and nothing of what nobody saw. */
final class AttendanceKnown {
    private AttendanceKnown() {}

    static AttendanceFact asFact(Booking booking, @Nullable Held held, @Nullable Said said) {
        Judgement seen = held == null ? Judgement.NOT_FETCHED : held.judgement();
        if (said != null) {
            return new AttendanceFact(
                    said.came() ? Came.YES : Came.NO,
                    AttendanceFact.BY_A_PERSON,
                    said.came() ? lateMinutes(booking, seen) : 0,
                    said.came() && seen.state() == AttendanceState.LEFT_EARLY,
                    hostMinutes(seen),
                    said.at(),
                    said.at());
        }
        if (held == null) {
            return AttendanceFact.UNKNOWN;
        }
        return new AttendanceFact(
                switch (seen.verdict()) {
                    case ATTENDED -> Came.YES;
                    case MISSED -> Came.NO;
                    case UNKNOWN -> Came.NOT_KNOWN;
                },
                seen.state() == AttendanceState.MISSED ? AttendanceFact.BY_TWO_FACTS : null,
                lateMinutes(booking, seen),
                seen.state() == AttendanceState.LEFT_EARLY,
                hostMinutes(seen),
                null,
                held.receivedAt());
    }

    private static int lateMinutes(Booking booking, Judgement seen) {
        return seen.arrivedAt() == null
                ? 0
                : (int) Math.max(
                        0,
                        Duration.between(booking.startsAt(), seen.arrivedAt()).toMinutes());
    }

    private static int hostMinutes(Judgement seen) {
        return (int) (seen.hostSeconds() / 60);
    }
}
