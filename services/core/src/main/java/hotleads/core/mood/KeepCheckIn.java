package hotleads.core.mood;

import hotleads.core.Ids;
import hotleads.core.acts.Acts;
import hotleads.core.time.PracticeClock;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import hotleads.vault.SealingKey;
import hotleads.vault.Unopened;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a client says of how they are; whatever follows from it happens in the same transaction. */
@Component
class KeepCheckIn {
    private static final String SUBJECT = "check-in";
    private static final int LONGEST_NOTE = 500;
    private static final Duration DAY = Duration.ofDays(1);
    /** More than anybody has to say of one day; a page gone wild is stopped here. */
    private static final int MOST_A_DAY = 24;

    private final CheckIns checkIns;
    private final List<AfterCheckIn> after;
    private final Acts acts;
    private final Ids ids;
    private final PracticeClock clock;

    KeepCheckIn(CheckIns checkIns, List<AfterCheckIn> after, Acts acts, Ids ids, PracticeClock clock) {
        this.checkIns = checkIns;
        this.after = after;
        this.acts = acts;
        this.ids = ids;
        this.clock = clock;
    }

    /** What was kept, and whether it is low for this person. */
    record Kept(CheckIn checkIn, boolean low) {}

    /** @param id made by the page: the same entry sent twice, because no answer came, is kept once */
    @Transactional
    public Kept add(UUID person, UUID id, int answer, @Nullable String note, Caller caller) {
        // As exact as it is stored: what is compared with it was stored before.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        CheckIn wanted = new CheckIn(id, person, now, answerOf(answer), noteOf(note), 1);
        SealingKey key = checkIns.hold(person);
        Optional<CheckIn> known = checkIns.find(id);
        if (known.isPresent() && known.get().personId().equals(person)) {
            return kept(known.get(), latest(person));
        }
        if (checkIns.isTaken(id)) {
            throw refused("check-in-id", "Send it again as a new entry");
        }
        if (checkIns.countSince(person, wanted.at().minus(DAY)) >= MOST_A_DAY) {
            throw refused("check-ins-enough", "That is enough for one day");
        }
        checkIns.add(wanted, key);
        acts.byPerson(caller, "check-in.kept", SUBJECT, id.toString());
        return tell(wanted);
    }

    @Transactional
    public Kept change(UUID person, UUID id, int answer, @Nullable String note, Caller caller) {
        SealingKey key = checkIns.hold(person);
        CheckIn before = changeable(person, id);
        CheckIn now = new CheckIn(id, person, before.at(), answerOf(answer), noteOf(note), before.version() + 1);
        checkIns.change(now, before, ids.next(), clock.instant(), key);
        acts.byPerson(caller, "check-in.changed", SUBJECT, id.toString());
        return tell(now);
    }

    @Transactional
    public void remove(UUID person, UUID id, Caller caller) {
        SealingKey key = checkIns.hold(person);
        checkIns.remove(changeable(person, id), ids.next(), clock.instant(), key);
        acts.byPerson(caller, "check-in.removed", SUBJECT, id.toString());
    }

    /** Somebody else's is not there. */
    private CheckIn changeable(UUID person, UUID id) {
        CheckIn found = checkIns.find(id)
                .filter(one -> one.personId().equals(person))
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such entry"));
        if (!found.isChangeable(clock.instant())) {
            throw refused("check-in-settled", "An entry can be changed for 24 hours");
        }
        return found;
    }

    private Kept tell(CheckIn checkIn) {
        List<CheckIn> latest = latest(checkIn.personId());
        after.forEach(one -> one.kept(checkIn, latest));
        return kept(checkIn, latest);
    }

    private static Kept kept(CheckIn checkIn, List<CheckIn> latest) {
        return new Kept(checkIn, new UsualMood(latest).isLow(checkIn));
    }

    private List<CheckIn> latest(UUID person) {
        // An entry that does not open says nothing, and keeps nobody from making a new one.
        Instant since = clock.instant().minus(UsualMood.BACK.multipliedBy(2));
        return checkIns.of(person, since, new Unopened());
    }

    private static int answerOf(int answer) {
        if (answer < CheckIn.LOWEST || answer > CheckIn.HIGHEST) {
            throw refused("answer-out-of-range", "Choose a number from 1 to 10");
        }
        return answer;
    }

    private static @Nullable String noteOf(@Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        if (text.length() > LONGEST_NOTE) {
            throw refused("check-in-note-too-long", "Keep it under " + LONGEST_NOTE + " characters");
        }
        return text.isEmpty() ? null : text;
    }

    private static Problem refused(String code, String title) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, code, title);
    }
}
