package hotleads.core.leads.rules;

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

    /** @param promised a promised call lists them, booked or not */
    static List<Sentence> causes(Situation situation, boolean promised) {
        OffTheList off = new OffTheList(situation);
        if (!promised) {
            off.addBooking();
        }
        off.addStanding(situation.facts().standing());
        off.causes.addAll(AfterOutcome.causes(situation));
        return List.copyOf(off.causes);
    }

    private void addBooking() {
        situation.nextBooking().ifPresent(booking -> add("booked", Map.of("startsAt", booking.startsAt())));
    }

    private void addStanding(Standing standing) {
        addIf(standing.doNotContact(), "do-not-contact");
        addSnooze(standing.snoozedUntil());
        addIf(!situation.facts().usableChannel(), "no-usable-channel");
        addIf(standing.practitionerHold(), "practitioner-hold");
        addIf(standing.unresolvedMatch(), "unresolved-match");
        addIf(standing.erasureUnderWay(), "erasure-under-way");
        addIf(standing.closed(), "closed");
        addIf(standing.deceased(), "deceased");
    }

    private void addSnooze(@Nullable Instant until) {
        if (until != null && !situation.moment().hasReached(until)) {
            add("snoozed", Map.of("until", until));
        }
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
