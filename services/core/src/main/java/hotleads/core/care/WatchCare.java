package hotleads.core.care;

import hotleads.core.RunUntilShutdown;
import hotleads.core.care.CareCheckIns.Candidate;
import hotleads.core.hours.Absences;
import hotleads.core.hours.Absences.Away;
import hotleads.core.mood.CheckIns;
import hotleads.core.mood.CheckIns.Silent;
import hotleads.core.ownclients.OwnClients;
import hotleads.core.staff.PractitionersThere;
import hotleads.core.staff.PractitionersThere.Working;
import hotleads.core.time.PracticeClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the time brings to the care lane: a silence of two weeks opens a care check-in, and one that nobody has answered
 * in a working day, or that nobody is there to answer, becomes a fact for administrators.
 */
@Component
class WatchCare extends RunUntilShutdown {
    private static final Duration PACE = Duration.ofSeconds(10);
    /** Two weeks are not over to the second, and looking through everybody's entries costs more. */
    private static final int ROUNDS_OF_A_MINUTE = 6;

    private static final Duration SILENCE = Duration.ofDays(14);
    /** Four answers in four weeks: once a week is a habit. */
    private static final Duration REGULAR = Duration.ofDays(28);

    private static final int OFTEN = 4;

    private final CheckIns checkIns;
    private final OpenCare open;
    private final CareCheckIns care;
    private final CareActs acts;
    private final PractitionersThere practitioners;
    private final OwnClients ownClients;
    private final Absences absences;
    private final PracticeClock clock;
    private final TransactionTemplate transaction;
    private final ZoneId zone;
    private long rounds;

    WatchCare(
            CheckIns checkIns,
            OpenCare open,
            CareCheckIns care,
            CareActs acts,
            PractitionersThere practitioners,
            OwnClients ownClients,
            Absences absences,
            PracticeClock clock,
            TransactionTemplate transaction,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        super("watch-care");
        this.checkIns = checkIns;
        this.open = open;
        this.care = care;
        this.acts = acts;
        this.practitioners = practitioners;
        this.ownClients = ownClients;
        this.absences = absences;
        this.clock = clock;
        this.transaction = transaction;
        this.zone = zone;
    }

    @Override
    protected void round() throws InterruptedException {
        if (rounds % ROUNDS_OF_A_MINUTE == 0) {
            hearSilence();
        }
        rounds++;
        escalate();
        Thread.sleep(PACE);
    }

    void hearSilence() {
        checkIns.silentSince(clock.instant().minus(SILENCE), SILENCE, OFTEN, REGULAR)
                .forEach(this::tell);
    }

    void escalate() {
        escalate(care.toEscalate(), clock.instant());
    }

    private void tell(Silent silent) {
        open.silent(silent.personId(), silent.lastCheckIn());
    }

    private void escalate(List<Candidate> candidates, Instant now) {
        if (candidates.isEmpty()) {
            return;
        }
        Optional<Working> working = practitioners.working();
        Away away = absences.onDay(LocalDate.ofInstant(now, zone));
        Map<UUID, UUID> assigned =
                ownClients.assigned(candidates.stream().map(Candidate::personId).toList());
        candidates.stream()
                .filter(one -> !one.dueAt().isAfter(now)
                        || nobodyIsThereFor(assigned.get(one.personId()), one.calendarId(), working, away))
                .forEach(one -> escalate(one.id(), now));
    }

    private static boolean nobodyIsThereFor(
            @Nullable UUID assigned, @Nullable Long calendar, Optional<Working> working, Away away) {
        if (assigned == null && calendar == null) {
            return true;
        }
        // Unknown while auth does not answer: then the working day alone decides.
        return working.filter(
                        those -> those.lookingAfter(assigned, calendar).stream().allMatch(away::holds))
                .isPresent();
    }

    private void escalate(UUID id, Instant now) {
        transaction.executeWithoutResult(status -> {
            if (care.escalate(id, now)) {
                acts.escalated(id);
            }
        });
    }
}
