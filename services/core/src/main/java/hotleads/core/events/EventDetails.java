package hotleads.core.events;

import hotleads.core.events.Events.Served;
import hotleads.core.leads.LeadReasons;
import hotleads.core.leads.ReasonShown;
import hotleads.core.observations.Answered;
import hotleads.core.observations.AnswersKept;
import hotleads.core.observations.Booking;
import hotleads.core.observations.BookingState;
import hotleads.core.observations.Bookings;
import hotleads.core.vault.ReportUnopened;
import hotleads.core.vault.ReportUnopened.UnopenedShown;
import hotleads.vault.Unopened;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that is known of one delivery: what came, what we fetched because of it, what that changed, whom it concerns. */
@Component
class EventDetails {
    private static final String ACUITY = "acuity";

    private final SentFields sent;
    private final AnswersKept answers;
    private final Bookings bookings;
    private final LeadReasons reasons;
    private final ReportUnopened report;

    EventDetails(SentFields sent, AnswersKept answers, Bookings bookings, LeadReasons reasons, ReportUnopened report) {
        this.sent = sent;
        this.answers = answers;
        this.bookings = bookings;
        this.reasons = reasons;
        this.report = report;
    }

    /**
     * The answer.
     *
     * @param unopened what could not be opened, and is left out; null when all could
     */
    record EventDetail(
            EventShown event,
            List<SentFields.SentField> sent,
            @Nullable WhatCame fetched,
            @Nullable EventOutcome outcome,
            @Nullable UnopenedShown unopened) {}

    /**
     * What we fetched because of it.
     *
     * @param told {@code first} when we held nothing before, {@code changed}, or {@code same} when it told nothing new
     * @param readable false when it does not open, as when the person's key is destroyed
     */
    record WhatCame(
            UUID observationId,
            long ticket,
            Instant receivedAt,
            String told,
            boolean readable,
            List<ObservedField.FieldShown> fields,
            List<ObservedField.FieldChange> changes) {}

    /**
     * The person it concerns, by id, and what rests on this booking now.
     *
     * @param current false when a later answer has taken its place, so that the reasons are not its doing
     */
    record EventOutcome(UUID personId, boolean current, int scoreTenths, String placement, List<ReasonShown> reasons) {}

    EventDetail of(Served served, boolean reveal) {
        Unopened unopened = new Unopened();
        WhatCame fetched = fetched(served, reveal, unopened).orElse(null);
        return new EventDetail(
                served.event(),
                sent.of(served.event().id(), unopened),
                fetched,
                fetched == null
                        ? null
                        : unopened.open(() -> outcome(served, fetched))
                                .flatMap(outcome -> outcome)
                                .orElse(null),
                report.of(unopened));
    }

    private Optional<WhatCame> fetched(Served served, boolean reveal, Unopened unopened) {
        Long booking = served.event().bookingId();
        Long ticket = served.ticket();
        if (booking == null || ticket == null) {
            return Optional.empty();
        }
        List<Answered> known = answers.upTo(booking, ticket, unopened);
        return known.isEmpty() ? Optional.empty() : Optional.of(fetched(known, ticket, reveal));
    }

    private static WhatCame fetched(List<Answered> known, long ticket, boolean reveal) {
        Answered answer = known.getFirst();
        boolean isNew = answer.ticket() == ticket;
        return new WhatCame(
                answer.id(),
                ticket,
                answer.receivedAt(),
                isNew ? known.size() == 1 ? "first" : "changed" : "same",
                answer.content() != null || answer.state() == BookingState.GONE,
                ObservedField.of(answer, reveal),
                isNew && known.size() > 1 ? ObservedField.between(known.getLast(), answer, reveal) : List.of());
    }

    private Optional<EventOutcome> outcome(Served served, WhatCame fetched) {
        Long booking = served.event().bookingId();
        return booking == null ? Optional.empty() : bookings.find(booking).flatMap(found -> outcome(found, fetched));
    }

    private Optional<EventOutcome> outcome(Booking booking, WhatCame fetched) {
        return reasons.restingOn(booking.personId(), ACUITY, Long.toString(booking.id()))
                .map(resting -> new EventOutcome(
                        booking.personId(),
                        booking.observationId().equals(fetched.observationId),
                        resting.scoreTenths(),
                        resting.placement(),
                        resting.reasons()));
    }
}
