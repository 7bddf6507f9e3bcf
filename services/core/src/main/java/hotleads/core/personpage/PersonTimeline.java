package hotleads.core.personpage;

import hotleads.core.crm.CrmHistory;
import hotleads.core.crm.CrmHistory.CrmChangeShown;
import hotleads.core.crm.CrmHistory.CrmRecordShown;
import hotleads.core.observations.Booking;
import hotleads.core.observations.BookingState;
import hotleads.core.observations.Bookings;
import hotleads.core.observations.Calendars;
import hotleads.core.observations.Move;
import hotleads.core.observations.Moves;
import hotleads.core.triage.Act;
import hotleads.core.triage.ActDone;
import hotleads.core.triage.Outcomes;
import hotleads.core.triage.Outcomes.Outcome;
import hotleads.core.triage.PersonActs;
import hotleads.core.vault.ReportUnopened;
import hotleads.core.vault.ReportUnopened.UnopenedShown;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.endpoint.Role;
import hotleads.vault.Unopened;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened, newest first. A change of details folds into what it came with. */
@Component
class PersonTimeline {
    private static final int MOST = 40;
    private static final Duration TOGETHER = Duration.ofMinutes(5);

    private final Bookings bookings;
    private final Moves moves;
    private final DetailChanges changes;
    private final Outcomes outcomes;
    private final CrmHistory crm;
    private final PersonActs acts;
    private final Calendars calendars;
    private final ReportUnopened report;

    PersonTimeline(
            Bookings bookings,
            Moves moves,
            DetailChanges changes,
            Outcomes outcomes,
            CrmHistory crm,
            PersonActs acts,
            Calendars calendars,
            ReportUnopened report) {
        this.bookings = bookings;
        this.moves = moves;
        this.changes = changes;
        this.outcomes = outcomes;
        this.crm = crm;
        this.acts = acts;
        this.calendars = calendars;
        this.report = report;
    }

    /**
     * The answer.
     *
     * @param items the newest first
     * @param next where the next page begins; null on the last
     * @param unopened what could not be opened, and is left out; null when all could
     */
    record TimelinePage(
            List<TimelineItem> items,
            @Nullable Instant next,
            @Nullable UnopenedShown unopened) {}

    /**
     * One thing that happened; what its kind does not have is null.
     *
     * @param key the same whenever it is asked for
     * @param lane {@code bookings}, {@code moves}, {@code cancellations}, {@code attendance}, {@code crm},
     *     {@code outcomes} or {@code notes}
     * @param kind {@code booked}, {@code moved}, {@code cancelled}, {@code marked-missed}, {@code details-changed},
     *     {@code gone}, {@code enquired}, {@code crm-moved}, {@code outcome}, {@code note}, or an act's
     * @param exact whether the moment is known, and not only by when
     * @param noticeMinutes from the cancellation to the start
     * @param detailsToo something else of the booking changed with it
     * @param code of an outcome, or of what was said
     * @param text of a note; of what Zoho tells, the practice's own word: how they came, or the status they went to
     * @param fromText the status they came from
     * @param byName what Zoho calls who did it
     */
    record TimelineItem(
            String key,
            Instant at,
            String lane,
            String kind,
            @Nullable Long bookingId,
            @Nullable Instant startsAt,
            @Nullable Instant fromStartsAt,
            @Nullable String typeName,
            @Nullable String practitioner,
            boolean exact,
            @Nullable Long noticeMinutes,
            boolean detailsToo,
            @Nullable UUID by,
            boolean byYou,
            @Nullable String code,
            @Nullable String text,
            @Nullable String fromText,
            @Nullable String byName,
            boolean undone) {
        TimelineItem withDetails() {
            return new TimelineItem(
                    key,
                    at,
                    lane,
                    kind,
                    bookingId,
                    startsAt,
                    fromStartsAt,
                    typeName,
                    practitioner,
                    exact,
                    noticeMinutes,
                    true,
                    by,
                    byYou,
                    code,
                    text,
                    fromText,
                    byName,
                    undone);
        }
    }

    TimelinePage of(UUID person, @Nullable Instant before, Caller caller) {
        Unopened unopened = new Unopened();
        List<TimelineItem> all = new ArrayList<>();
        List<Booking> booked = bookings.of(person);
        booked.forEach(booking -> all.addAll(ofBooking(booking)));
        Map<Long, Booking> byId = booked.stream().collect(java.util.stream.Collectors.toMap(Booking::id, one -> one));
        for (Move move : moves.ofEach(Set.of(person)).getOrDefault(person, List.of())) {
            Booking moved = byId.get(move.bookingId());
            if (moved != null) {
                all.add(item(moved, "moves", "moved", move.seenAt(), move.to(), move.from(), false, null));
            }
        }
        fold(all, changes.of(byId.keySet()), byId);
        // A practitioner reads what happened to the bookings; what administrators did about the person is theirs.
        if (caller.role() == Role.ADMIN) {
            outcomes.of(person, unopened).forEach(outcome -> all.add(of(outcome, caller)));
            acts.of(person, unopened).forEach(act -> all.add(of(act, caller)));
            crm.of(person, unopened).forEach(record -> all.addAll(ofRecord(record)));
        } else {
            acts.of(person, unopened).stream()
                    .filter(act -> act.act() instanceof Act.AttendanceSet)
                    .forEach(act -> all.add(of(act, caller)));
        }
        all.sort(Comparator.comparing(TimelineItem::at)
                .thenComparing(TimelineItem::key)
                .reversed());
        List<TimelineItem> page = all.stream()
                .filter(one -> before == null || one.at().isBefore(before))
                .limit(MOST + 1)
                .toList();
        return new TimelinePage(
                page.stream().limit(MOST).toList(),
                page.size() > MOST ? page.get(MOST - 1).at() : null,
                report.of(unopened));
    }

    private static List<TimelineItem> ofRecord(CrmRecordShown record) {
        List<TimelineItem> items = new ArrayList<>();
        // A contact is what becomes of an enquiry, or was written by hand: nobody asked for anything.
        if (record.module().equals(CrmHistory.ENQUIRIES)) {
            items.add(ofZoho("enquired:" + record.id(), record.createdAt(), "enquired", record.source(), null, null));
        }
        for (CrmChangeShown change : record.changes()) {
            items.add(ofZoho(
                    "crm-moved:" + record.id() + ':' + change.at().toEpochMilli(),
                    change.at(),
                    "crm-moved",
                    change.to(),
                    change.from(),
                    change.by()));
        }
        return items;
    }

    private static TimelineItem ofZoho(
            String key,
            Instant at,
            String kind,
            @Nullable String text,
            @Nullable String fromText,
            @Nullable String byName) {
        return new TimelineItem(
                key, at, "crm", kind, null, null, null, null, null, true, null, false, null, false, null, text,
                fromText, byName, false);
    }

    private List<TimelineItem> ofBooking(Booking booking) {
        List<TimelineItem> items = new ArrayList<>();
        Instant made = booking.bookedAt() == null ? booking.receivedAt() : booking.bookedAt();
        items.add(
                item(booking, "bookings", "booked", made, booking.startsAt(), null, booking.bookedAt() != null, null));
        Instant ended = booking.firstSeenCancelled();
        if (ended != null && booking.state() == BookingState.CANCELLED) {
            long notice = Duration.between(ended, booking.startsAt()).toMinutes();
            items.add(item(
                    booking,
                    "cancellations",
                    "cancelled",
                    ended,
                    booking.startsAt(),
                    null,
                    booking.cancellationExact(),
                    booking.cancellationExact() ? Math.max(0, notice) : null));
        }
        if (ended != null && booking.state() == BookingState.MISSED) {
            items.add(item(booking, "cancellations", "marked-missed", ended, booking.startsAt(), null, false, null));
        }
        return items;
    }

    /** Acuity sends "changed" beside every other change, and alone when an address or a label was. */
    private void fold(List<TimelineItem> all, List<DetailChanges.Change> changed, Map<Long, Booking> byId) {
        for (DetailChanges.Change change : changed) {
            int sibling = -1;
            for (int i = 0; i < all.size(); i++) {
                TimelineItem one = all.get(i);
                boolean near = Duration.between(one.at(), change.at()).abs().compareTo(TOGETHER) <= 0;
                if (Long.valueOf(change.booking()).equals(one.bookingId()) && near) {
                    sibling = i;
                }
            }
            Booking booking = byId.get(change.booking());
            if (sibling >= 0) {
                all.set(sibling, all.get(sibling).withDetails());
            } else if (booking != null) {
                all.add(item(
                        booking, "bookings", "details-changed", change.at(), booking.startsAt(), null, false, null));
            }
        }
    }

    private TimelineItem item(
            Booking booking,
            String lane,
            String kind,
            Instant at,
            Instant startsAt,
            @Nullable Instant from,
            boolean exact,
            @Nullable Long notice) {
        return new TimelineItem(
                kind + ':' + booking.id() + ':' + at.toEpochMilli(),
                at,
                lane,
                kind,
                booking.id(),
                startsAt,
                from,
                calendars.sessionType(booking.typeId()).orElse(null),
                calendars.practitioner(booking.calendarId()).orElse(null),
                exact,
                notice,
                false,
                null,
                false,
                null,
                null,
                null,
                null,
                false);
    }

    private static TimelineItem of(Outcome outcome, Caller caller) {
        return act(
                outcome.id(),
                outcome.at(),
                "outcomes",
                "outcome",
                outcome.accountId(),
                caller,
                outcome.kind().code(),
                outcome.note(),
                null,
                outcome.undone());
    }

    private static TimelineItem of(ActDone done, Caller caller) {
        boolean note = done.act() instanceof Act.Noted;
        return act(
                done.id(),
                done.at(),
                note ? "notes" : done.act() instanceof Act.AttendanceSet ? "attendance" : "outcomes",
                note ? "note" : done.act().kind(),
                done.accountId(),
                caller,
                done.act() instanceof Act.AttendanceSet set ? (set.came() ? "attended" : "missed") : null,
                done.act() instanceof Act.Noted(String text) ? text : null,
                done.act() instanceof Act.AttendanceSet set ? set.bookingId() : null,
                done.undone());
    }

    private static TimelineItem act(
            UUID id,
            Instant at,
            String lane,
            String kind,
            UUID by,
            Caller caller,
            @Nullable String code,
            @Nullable String text,
            @Nullable Long booking,
            boolean undone) {
        return new TimelineItem(
                id.toString(),
                at,
                lane,
                kind,
                booking,
                null,
                null,
                null,
                null,
                true,
                null,
                false,
                by,
                by.equals(caller.accountId()),
                code,
                text,
                null,
                null,
                undone);
    }
}
