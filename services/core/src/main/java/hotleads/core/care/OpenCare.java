package hotleads.core.care;

import hotleads.core.Ids;
import hotleads.core.care.CareCheckIn.CameFrom;
import hotleads.core.care.CareCheckIn.Content;
import hotleads.core.care.CareCheckIn.State;
import hotleads.core.mood.AfterCheckIn;
import hotleads.core.mood.CheckIn;
import hotleads.core.time.PracticeClock;
import hotleads.vault.SealingKey;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens care check-ins, in the transaction of what gives rise to them. */
@Component
class OpenCare implements AfterCheckIn {
    private final CareCheckIns care;
    private final CareActs acts;
    private final WorkingDay workingDay;
    private final Ids ids;
    private final PracticeClock clock;

    OpenCare(
            CareCheckIns care,
            CareActs acts,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone,
            Ids ids,
            PracticeClock clock) {
        this.care = care;
        this.acts = acts;
        this.workingDay = new WorkingDay(zone);
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void kept(CheckIn checkIn, List<CheckIn> latest) {
        Set<CareReason> reasons = CareReason.of(checkIn, latest);
        if (reasons.isEmpty()) {
            return;
        }
        SealingKey key = care.holdPerson(checkIn.personId());
        // One that nobody has answered yet is enough: it leads to all that the person said.
        Optional<CareCheckIn> known =
                care.of(checkIn.id(), CameFrom.ENTRY).or(() -> care.open(checkIn.personId(), CameFrom.ENTRY));
        if (known.isEmpty()) {
            open(checkIn.personId(), CameFrom.ENTRY, checkIn.id(), reasons, key);
        } else if (known.get().state() == State.OPEN) {
            add(known.get(), reasons, key);
        }
    }

    /** Asking twice before anybody answered is asking once. */
    @Transactional
    public Instant asked(UUID person) {
        SealingKey key = care.holdPerson(person);
        return care.open(person, CameFrom.REQUEST)
                .map(CareCheckIn::openedAt)
                .orElseGet(() -> open(person, CameFrom.REQUEST, null, Set.of(CareReason.ASKED), key));
    }

    /** Two weeks without a word from somebody who used to answer; told once for each silence. */
    @Transactional
    public void silent(UUID person, UUID lastCheckIn) {
        SealingKey key = care.holdPerson(person);
        if (care.of(lastCheckIn, CameFrom.SILENCE).isEmpty()) {
            open(person, CameFrom.SILENCE, lastCheckIn, Set.of(CareReason.SILENT), key);
        }
    }

    private Instant open(
            UUID person, CameFrom cameFrom, @Nullable UUID checkIn, Set<CareReason> reasons, SealingKey key) {
        // As exact as it is stored, so that it is told alike ever after.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        CareCheckIn opened = new CareCheckIn(
                ids.next(),
                person,
                cameFrom,
                checkIn,
                now,
                workingDay.after(now),
                new Content(reasons, null, null),
                State.OPEN,
                null,
                null,
                null);
        care.add(opened, key);
        acts.opened(opened.id());
        return now;
    }

    private void add(CareCheckIn known, Set<CareReason> reasons, SealingKey key) {
        Set<CareReason> all = EnumSet.copyOf(reasons);
        all.addAll(known.content().reasons());
        if (!all.equals(known.content().reasons())) {
            care.write(known.id(), new Content(all, null, null), key);
        }
    }
}
