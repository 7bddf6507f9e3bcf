package hotleads.core.personpage;

import hotleads.core.attendance.AttendanceState;
import hotleads.core.attendance.Attendances;
import hotleads.core.attendance.Attendances.Held;
import hotleads.core.attendance.Fact;
import hotleads.core.attendance.Judgement;
import hotleads.core.observations.Booking;
import hotleads.core.observations.BookingState;
import hotleads.core.observations.Bookings;
import hotleads.core.observations.Calendars;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceFreshness;
import hotleads.core.time.PracticeClock;
import hotleads.core.triage.Act;
import hotleads.core.triage.ActDone;
import hotleads.core.triage.InForce;
import hotleads.core.triage.InForce.Said;
import hotleads.core.triage.PersonActs;
import hotleads.core.vault.ReportUnopened;
import hotleads.core.vault.ReportUnopened.UnopenedShown;
import hotleads.platform.endpoint.Caller;
import hotleads.vault.Unopened;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Each session that has begun: what was booked, who was seen there, what one of us said, and how it stands. */
@Component
class AttendanceStrip {
    private static final int MOST = 24;

    private final Bookings bookings;
    private final Attendances attendances;
    private final PersonActs acts;
    private final Calendars calendars;
    private final SourceFreshness freshness;
    private final ReportUnopened report;
    private final PracticeClock clock;

    AttendanceStrip(
            Bookings bookings,
            Attendances attendances,
            PersonActs acts,
            Calendars calendars,
            SourceFreshness freshness,
            ReportUnopened report,
            PracticeClock clock) {
        this.bookings = bookings;
        this.attendances = attendances;
        this.acts = acts;
        this.calendars = calendars;
        this.freshness = freshness;
        this.report = report;
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @param sessions the newest first
     * @param next where the next page begins; null on the last
     * @param sourceState how fresh Zoom is, as on the list
     * @param unopened what could not be opened, and is left out; null when all could
     */
    record AttendancePage(
            List<SessionAttendance> sessions,
            @Nullable Instant next,
            String sourceState,
            @Nullable Instant fetchedTo,
            @Nullable UnopenedShown unopened) {}

    /**
     * One session.
     *
     * @param state {@code attended}, {@code late}, {@code left-early}, {@code missed}, {@code unconfirmed},
     *     {@code someone-joined}, {@code not-on-zoom} or {@code not-fetched}
     * @param by who makes it so sure: {@code person}, {@code acuity}, {@code two-facts}, {@code zoom} or, of what is
     *     not sure, null
     * @param rung by what they were known: {@code registrant}, {@code email}, {@code phone}, {@code name} or
     *     {@code given-name}
     * @param presentMinutes within the booked time
     * @param facts words for what else was seen
     * @param settled nothing that is fetched later can change it
     * @param said what was said last; what was seen stays beside it
     * @param saidBefore how many other things were said of it, and stay in the timeline
     */
    record SessionAttendance(
            long bookingId,
            Instant startsAt,
            int durationMinutes,
            @Nullable String typeName,
            @Nullable String practitioner,
            String state,
            @Nullable String by,
            @Nullable String rung,
            List<PresenceSegment> present,
            long presentMinutes,
            long lateMinutes,
            long practitionerMinutes,
            List<String> facts,
            boolean settled,
            @Nullable SaidShown said,
            int saidBefore) {}

    /** Present from one moment to another. */
    record PresenceSegment(Instant from, Instant to) {}

    /** @param seen the state it would have had */
    record SaidShown(boolean came, UUID by, boolean byYou, Instant at, String seen) {}

    AttendancePage of(UUID person, @Nullable Instant before, Caller caller) {
        Instant end = before == null ? clock.instant() : before;
        Unopened unopened = new Unopened();
        List<ActDone> done = acts.of(person, unopened);
        InForce decided = InForce.of(done);
        Map<Long, Held> seen = attendances.ofEach(Set.of(person));
        List<Booking> held = bookings.of(person).reversed().stream()
                .filter(one -> one.startsAt().isBefore(end))
                .filter(one -> one.state() == BookingState.BOOKED || one.state() == BookingState.MISSED)
                .limit(MOST + 1)
                .toList();
        SourceFreshness.Status zoom = freshness.ofThePractice(Source.ZOOM);
        return new AttendancePage(
                held.stream()
                        .limit(MOST)
                        .map(one -> shown(
                                one, seen.get(one.id()), decided.attendance().get(one.id()), done, caller))
                        .toList(),
                held.size() > MOST ? held.get(MOST - 1).startsAt() : null,
                zoom.state().word(),
                zoom.fetchedTo() == null ? null : clock.at(zoom.fetchedTo()),
                report.of(unopened));
    }

    private SessionAttendance shown(
            Booking booking, @Nullable Held held, @Nullable Said said, List<ActDone> done, Caller caller) {
        Judgement seen = held == null ? Judgement.NOT_FETCHED : held.judgement();
        Stands stands = Stands.of(booking, seen, said);
        long saidOfIt = done.stream()
                .filter(act -> act.act() instanceof Act.AttendanceSet set && set.bookingId() == booking.id())
                .count();
        return new SessionAttendance(
                booking.id(),
                booking.startsAt(),
                booking.durationMinutes(),
                calendars.sessionType(booking.typeId()).orElse(null),
                calendars.practitioner(booking.calendarId()).orElse(null),
                stands.state().word(),
                stands.by(),
                seen.rung() == null ? null : seen.rung().word(),
                seen.present().stream()
                        .map(span -> new PresenceSegment(span.from(), span.to()))
                        .toList(),
                seen.presentSeconds() / 60,
                seen.arrivedAt() == null
                        ? 0
                        : Math.max(
                                0,
                                Duration.between(booking.startsAt(), seen.arrivedAt())
                                        .toMinutes()),
                seen.hostSeconds() / 60,
                seen.facts().stream().map(Fact::word).sorted().toList(),
                seen.settled(),
                said == null
                        ? null
                        : new SaidShown(
                                said.came(),
                                said.by(),
                                said.by().equals(caller.accountId()),
                                said.at(),
                                Stands.of(booking, seen, null).state().word()),
                (int) Math.max(0, saidOfIt - (said == null ? 0 : 1)));
    }

    /** A person's word before Acuity's mark, and that before what was seen; never surer than it is. */
    record Stands(AttendanceState state, @Nullable String by) {
        static Stands of(Booking booking, Judgement seen, @Nullable Said said) {
            if (said != null) {
                return new Stands(said.came() ? cameAs(seen) : AttendanceState.MISSED, "person");
            }
            if (booking.state() == BookingState.MISSED) {
                return new Stands(AttendanceState.MISSED, "acuity");
            }
            return new Stands(
                    seen.state(),
                    switch (seen.state()) {
                        case ATTENDED, LATE, LEFT_EARLY -> "zoom";
                        case MISSED -> "two-facts";
                        case UNCONFIRMED, SOMEONE_JOINED, NOT_ON_ZOOM, NOT_FETCHED -> null;
                    });
        }

        private static AttendanceState cameAs(Judgement seen) {
            return switch (seen.state()) {
                case LATE, LEFT_EARLY -> seen.state();
                case ATTENDED, MISSED, UNCONFIRMED, SOMEONE_JOINED, NOT_ON_ZOOM, NOT_FETCHED ->
                    AttendanceState.ATTENDED;
            };
        }
    }
}
