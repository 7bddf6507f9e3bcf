package hotleads.core.leads;

import hotleads.core.crm.CrmHistory;
import hotleads.core.crm.CrmHistory.CrmRecordShown;
import hotleads.core.leads.Leads.Row;
import hotleads.core.observations.Booking;
import hotleads.core.observations.Bookings;
import hotleads.core.observations.Calendars;
import hotleads.core.outbox.Outbox;
import hotleads.core.outbox.Shipment;
import hotleads.core.people.ContactCards;
import hotleads.core.people.ContactDetails;
import hotleads.core.practice.PracticeDecisions;
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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that the pane beside the list shows of one person. */
@Component
class LeadDetails {
    private static final ContactShown UNKNOWN = new ContactShown(null, null, false, null, List.of(), null);

    private final Bookings bookings;
    private final Outcomes outcomes;
    private final PersonActs acts;
    private final Outbox outbox;
    private final CrmHistory crm;
    private final ContactCards cards;
    private final Calendars calendars;
    private final BookingLink link;
    private final PracticeDecisions decisions;
    private final ReportUnopened report;
    private final PracticeClock clock;

    LeadDetails(
            Bookings bookings,
            Outcomes outcomes,
            PersonActs acts,
            Outbox outbox,
            CrmHistory crm,
            ContactCards cards,
            Calendars calendars,
            BookingLink link,
            PracticeDecisions decisions,
            ReportUnopened report,
            PracticeClock clock) {
        this.bookings = bookings;
        this.outcomes = outcomes;
        this.acts = acts;
        this.outbox = outbox;
        this.crm = crm;
        this.cards = cards;
        this.calendars = calendars;
        this.link = link;
        this.decisions = decisions;
        this.report = report;
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @param assignedTo the practitioner whose client they were made, whatever they book
     * @param bookingLink the practice's scheduling page with practitioner and session type chosen; null without one
     * @param acts all but outcomes, the latest first
     * @param crm what Zoho holds of them, the newest first
     * @param unopened what could not be opened, and is left out; null when all could
     */
    record Shown(
            LeadShown lead,
            PlacementShown placement,
            ContactShown contact,
            @Nullable UUID assignedTo,
            @Nullable String bookingLink,
            List<BookingShown> bookings,
            List<OutcomeShown> outcomes,
            List<ActShown> acts,
            List<CrmRecordShown> crm,
            @Nullable UnopenedShown unopened) {}

    /**
     * How to reach them; channels without an address are left out, and so are addresses they do not want used.
     *
     * @param sayAs the name to say on the telephone
     * @param opensAt when the practice calls people again; null while it does
     */
    record ContactShown(
            @Nullable String email,
            @Nullable String phone,
            boolean doNotContact,
            @Nullable String sayAs,
            List<ChannelShown> channels,
            @Nullable Instant opensAt) {}

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
            boolean undoable,
            List<SentShown> sent) {}

    /**
     * What an outcome was to write elsewhere.
     *
     * @param kind {@code zoho-note} or {@code zoho-task}
     * @param state {@code sending}, {@code saved}, {@code not-saved} or {@code withdrawn}
     * @param cause why it is not saved, or not yet; null while nothing is wrong
     */
    record SentShown(
            UUID id,
            String kind,
            String state,
            @Nullable String cause,
            @Nullable Instant settledAt) {
        static SentShown of(Shipment shipment) {
            return new SentShown(
                    shipment.id(), shipment.kind(), shipment.state().word(), shipment.cause(), shipment.settledAt());
        }
    }

    /**
     * One other act; what its kind does not have is null.
     *
     * @param kind {@code snoozed}, {@code woken}, {@code owner-set}, {@code practitioner-set}, {@code noted},
     *     {@code reason-disputed}, {@code cancelled-by-us}, {@code attendance-set}, {@code permissions-set},
     *     {@code permissions-told}, {@code hold-set}, {@code hold-ended} or {@code rebook-asked}
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
            @Nullable UUID practitioner,
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
        List<Outcome> logged = outcomes.of(person, unopened);
        Map<UUID, List<SentShown>> sent = sentOf(logged);
        return new Shown(
                lead,
                row.evaluation().placement(),
                mayReach ? contact(cards.of(person, unopened), decided.permissions()) : UNKNOWN,
                decided.practitioner(),
                link.of(booked).orElse(null),
                booked.reversed().stream()
                        .map(booking -> shown(booking, decided))
                        .toList(),
                logged.stream()
                        .map(outcome -> shown(outcome, sent.getOrDefault(outcome.id(), List.of()), caller))
                        .toList(),
                done.stream().map(act -> shown(act, caller)).toList(),
                crm.of(person, unopened),
                report.of(unopened));
    }

    private ContactShown contact(ContactDetails details, Permissions permissions) {
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
                channels,
                decisions.callsOpenAt().orElse(null));
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

    private Map<UUID, List<SentShown>> sentOf(List<Outcome> logged) {
        return outbox.of(logged.stream().map(Outcome::id).toList()).stream()
                .collect(Collectors.groupingBy(
                        Shipment::decision, Collectors.mapping(SentShown::of, Collectors.toList())));
    }

    private OutcomeShown shown(Outcome outcome, List<SentShown> sent, Caller caller) {
        return new OutcomeShown(
                outcome.id(),
                outcome.kind().code(),
                outcome.at(),
                outcome.accountId(),
                outcome.accountId().equals(caller.accountId()),
                outcome.callBackAt(),
                outcome.note(),
                outcome.undone(),
                UndoAct.isUndoable(outcome.accountId(), outcome.at(), outcome.undone(), caller, clock.instant()),
                sent);
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
                act instanceof Act.PractitionerSet(var practitioner) ? practitioner : null,
                textOf(act),
                act instanceof Act.ReasonDisputed disputed ? disputed.rule() : null,
                act instanceof Act.ReasonDisputed disputed ? disputed.why() : null,
                bookingOf(act));
    }

    private static @Nullable Long bookingOf(Act act) {
        return switch (act) {
            case Act.CancelledByUs(long booking) -> booking;
            case Act.AttendanceSet set -> set.bookingId();
            default -> null;
        };
    }

    private static @Nullable String textOf(Act act) {
        return switch (act) {
            case Act.Noted(String text) -> text;
            case Act.ReasonDisputed disputed -> disputed.text();
            case Act.Snoozed snoozed -> null;
            case Act.Woken woken -> null;
            case Act.OwnerSet set -> null;
            case Act.PractitionerSet set -> null;
            case Act.CancelledByUs cancelled -> null;
            case Act.AttendanceSet set -> set.came() ? "attended" : "missed";
            case Act.PermissionsSet set -> null;
            case Act.PermissionsTold told -> null;
            case Act.HoldSet set -> set.text();
            case Act.RebookAsked asked -> asked.text();
        };
    }
}
