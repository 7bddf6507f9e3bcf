package hotleads.core.leads.rules;

import hotleads.core.leads.rules.Standing.Snooze;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people decided about someone, or a booking that is still to come, that keeps them off the list. */
final class OffTheList {
    private final Situation situation;
    private final List<Sentence> causes = new ArrayList<>();

    private OffTheList(Situation situation) {
        this.situation = situation;
    }

    /**
     * @param promised a promised call lists them, booked or not
     * @param speaking what speaks for them now
     */
    static List<Sentence> causes(Situation situation, boolean promised, List<Scored> speaking) {
        OffTheList off = new OffTheList(situation);
        if (!promised) {
            off.addBooking();
        }
        off.addStanding(situation.facts().standing(), speaking);
        off.causes.addAll(AfterOutcome.causes(situation));
        return List.copyOf(off.causes);
    }

    private void addBooking() {
        situation.nextBooking().ifPresent(booking -> add("booked", Map.of("startsAt", booking.startsAt())));
    }

    private void addStanding(Standing standing, List<Scored> speaking) {
        addIf(standing.doNotContact(), "do-not-contact");
        addSnooze(standing.snooze(), speaking);
        addIf(!situation.facts().usableChannel(), "no-usable-channel");
        addIf(standing.practitionerHold(), "practitioner-hold");
        addIf(standing.unresolvedMatch(), "unresolved-match");
        addIf(standing.erasureUnderWay(), "erasure-under-way");
        addIf(standing.closed(), "closed");
        addIf(standing.deceased(), "deceased");
    }

    private void addSnooze(@Nullable Snooze snooze, List<Scored> speaking) {
        if (snooze == null) {
            return;
        }
        Instant until = snooze.until();
        if (until == null && !hasChangedSince(snooze.since(), speaking)) {
            add(Placement.SNOOZED, Map.of("by", snooze.by()));
        }
        if (until != null && !situation.moment().hasReached(until)) {
            add(Placement.SNOOZED, Map.of("until", until, "by", snooze.by()));
        }
    }

    /** Acuity told something, an outcome was logged, their details changed, or a reason began to speak. */
    private boolean hasChangedSince(Instant snoozed, List<Scored> speaking) {
        Facts facts = situation.facts();
        Instant details = facts.detailsChangedAt();
        return facts.bookings().stream()
                        .anyMatch(booking -> booking.receivedAt().isAfter(snoozed))
                || facts.crm().hasToldAfter(snoozed)
                || facts.hasOutcomeAfter(snoozed, kind -> true)
                || (details != null && details.isAfter(snoozed))
                || speaking.stream().anyMatch(reason -> reason.beganAfter(snoozed));
    }

    private void addIf(boolean applies, String key) {
        if (applies) {
            add(key, Map.of());
        }
    }

    private void add(String key, Map<String, Object> values) {
        causes.add(new Sentence(key, values));
    }
}
