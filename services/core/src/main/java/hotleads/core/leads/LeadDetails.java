package hotleads.core.leads;

import hotleads.core.leads.Leads.Row;
import hotleads.core.observations.Booking;
import hotleads.core.observations.Bookings;
import hotleads.core.observations.Calendars;
import hotleads.core.people.ContactCards;
import hotleads.core.people.ContactDetails;
import hotleads.core.time.PracticeClock;
import hotleads.core.triage.Act;
import hotleads.core.triage.ActDone;
import hotleads.core.triage.InForce;
import hotleads.core.triage.Outcomes;
import hotleads.core.triage.Outcomes.Outcome;
import hotleads.core.triage.Permissions;
import hotleads.core.triage.Permissions.Permission;
import hotleads.core.triage.PersonActs;
import hotleads.core.vault.ReportUnopened;
import hotleads.core.vault.ReportUnopened.UnopenedShown;
import hotleads.platform.endpoint.Caller;
import hotleads.vault.Unopened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that the pane beside the list shows of one person. */
@Component
class LeadDetails {
    private static final ContactShown UNKNOWN = new ContactShown(null, null, false, null, List.of());

    private final Bookings bookings;
    private final Outcomes outcomes;
    private final PersonActs acts;
    private final ContactCards cards;
    private final Calendars calendars;
    private final BookingLink link;
    private final ReportUnopened report;
    private final PracticeClock clock;

    LeadDetails(
            Bookings bookings,
            Outcomes outcomes,
            PersonActs acts,
            ContactCards cards,
            Calendars calendars,
            BookingLink link,
            ReportUnopened report,
            PracticeClock clock) {
        this.bookings = bookings;
        this.outcomes = outcomes;
        this.acts = acts;
        this.cards = cards;
        this.calendars = calendars;
        this.link = link;
        this.report = report;
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @param bookingLink the practice's scheduling page with practitioner and session type chosen; null without one
     * @param acts all but outcomes, the latest first
     * @param unopened what could not be opened, and is left out; null when all could
     */
    record Shown(
            LeadShown lead,
            PlacementShown placement,
            ContactShown contact,
            @Nullable String bookingLink,
            List<BookingShown> bookings,
            List<OutcomeShown> outcomes,
            List<ActShown> acts,
            @Nullable UnopenedShown unopened) {}

    /**
     * How to reach them; channels without an address are left out, and so are addresses they do not want used.
     *
     * @param sayAs the name to say on the telephone
     */
    record ContactShown(
            @Nullable String email,
            @Nullable String phone,
            boolean doNotContact,
            @Nullable String sayAs,
            List<ChannelShown> channels) {}

    /**
     * One way to reach them.
     *
     * @param kind {@code phone}, {@code voicemail} or {@code email}
     * @param permission {@code allowed}, {@code refused}, or {@code not-asked} until the person told what they allow
     */
    record ChannelShown(String kind, String permission) {}

    /**
     * One booking.
     *
     * @param state {@code booked}, {@code cancelled} or {@code missed}
     * @param cancellationExact whether the time of cancellation is known, and not only bounded
     */
    record BookingShown(
            long id,
            Instant startsAt,
            int durationMinutes,
            @Nullable String typeName,
            @Nullable String practitioner,
            String state,
            @Nullable Instant lastSeenActiveAt,
            @Nullable Instant firstSeenCancelledAt,
            boolean cancellationExact,
            boolean cancelledByUs) {}

    /** One logged outcome; who logged it is you or someone else of the practice. */
    record OutcomeShown(
            UUID id,
            String kind,
            Instant at,
            UUID by,
            boolean byYou,
            @Nullable Instant callBackAt,
            @Nullable String note,
            boolean undone,
            boolean undoable) {}

    /**
     * One other act; what its kind does not have is null.
     *
     * @param kind {@code snoozed}, {@code woken}, {@code owner-set}, {@code noted}, {@code reason-disputed},
     *     {@code cancelled-by-us} or {@code permissions-set}
     */
    record ActShown(
            UUID id,
            String kind,
            Instant at,
            UUID by,
            boolean byYou,
            boolean undone,
            boolean undoable,
            @Nullable Instant until,
            @Nullable UUID owner,
            @Nullable String text,
            @Nullable String rule,
            @Nullable String why,
            @Nullable Long bookingId) {}

    Shown of(Row row, LeadShown lead, Caller caller) {
        UUID person = row.personId();
        Unopened unopened = new Unopened();
        List<ActDone> done = acts.of(person, unopened);
        // One of those that do not open may say that they want no calls.
        boolean mayReach = unopened.isEmpty();
        InForce decided = InForce.of(done);
        List<Booking> booked = bookings.of(person);
        return new Shown(
                lead,
                row.evaluation().placement(),
                mayReach ? contact(cards.of(person, unopened), decided.permissions()) : UNKNOWN,
                link.of(booked).orElse(null),
                booked.reversed().stream()
                        .map(booking -> shown(booking, decided))
                        .toList(),
                outcomes.of(person, unopened).stream()
                        .map(outcome -> shown(outcome, caller))
                        .toList(),
                done.stream().map(act -> shown(act, caller)).toList(),
                report.of(unopened));
    }

    private static ContactShown contact(ContactDetails details, Permissions permissions) {
        List<ChannelShown> channels = new ArrayList<>();
        if (details.phone() != null) {
            channels.add(channel("phone", permissions.phone()));
            channels.add(channel("voicemail", permissions.voicemail()));
        }
        if (details.email() != null) {
            channels.add(channel("email", permissions.email()));
        }
        return new ContactShown(
                permissions.mayWrite() ? details.email() : null,
                permissions.mayPhone() ? details.phone() : null,
                permissions.doNotContact(),
                permissions.sayAs(),
                channels);
    }

    private static ChannelShown channel(String kind, Permission permission) {
        return new ChannelShown(kind, permission.word());
    }

    private BookingShown shown(Booking booking, InForce decided) {
        return new BookingShown(
                booking.id(),
                booking.startsAt(),
                booking.durationMinutes(),
                calendars.sessionType(booking.typeId()).orElse(null),
                calendars.practitioner(booking.calendarId()).orElse(null),
                booking.state().word(),
                booking.lastSeenActive(),
                booking.firstSeenCancelled(),
                booking.cancellationExact(),
                decided.cancelledByUs().contains(booking.id()));
    }

    private OutcomeShown shown(Outcome outcome, Caller caller) {
        return new OutcomeShown(
                outcome.id(),
                outcome.kind().code(),
                outcome.at(),
                outcome.accountId(),
                outcome.accountId().equals(caller.accountId()),
                outcome.callBackAt(),
                outcome.note(),
                outcome.undone(),
                UndoAct.isUndoable(outcome.accountId(), outcome.at(), outcome.undone(), caller, clock.instant()));
    }

    private ActShown shown(ActDone done, Caller caller) {
        Act act = done.act();
        return new ActShown(
                done.id(),
                act.kind(),
                done.at(),
                done.accountId(),
                done.accountId().equals(caller.accountId()),
                done.undone(),
                UndoAct.isUndoable(done.accountId(), done.at(), done.undone(), caller, clock.instant()),
                act instanceof Act.Snoozed(var until) ? until : null,
                act instanceof Act.OwnerSet(var owner) ? owner : null,
                textOf(act),
                act instanceof Act.ReasonDisputed disputed ? disputed.rule() : null,
                act instanceof Act.ReasonDisputed disputed ? disputed.why() : null,
                act instanceof Act.CancelledByUs(long booking) ? booking : null);
    }

    private static @Nullable String textOf(Act act) {
        return switch (act) {
            case Act.Noted(String text) -> text;
            case Act.ReasonDisputed disputed -> disputed.text();
            case Act.Snoozed snoozed -> null;
            case Act.Woken woken -> null;
            case Act.OwnerSet set -> null;
            case Act.CancelledByUs cancelled -> null;
            case Act.PermissionsSet set -> null;
        };
    }
}
