package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeFacts.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Made-up people, the same for the same seed: sparse and busy, regular and not, with clocks that differ a little. */
final class RandomFacts {
    private final SplittableRandom random;

    private RandomFacts(long seed) {
        // Not Random, whose first numbers hardly differ from one small seed to the next.
        this.random = new SplittableRandom(seed);
    }

    static SomeFacts of(long seed) {
        RandomFacts facts = new RandomFacts(seed);
        SomeFacts person = facts.bookings();
        for (int i = facts.random.nextInt(6); i > 0; i--) {
            person = person.with(facts.outcome());
        }
        for (int i = facts.chance(3) ? 2 : 0; i > 0; i--) {
            person = person.with(new OpeningFact(7, facts.near(-2, 20), facts.near(-5, 5)));
        }
        return facts.decided(facts.crm(person));
    }

    private SomeFacts bookings() {
        SomeFacts person = SomeFacts.someone();
        if (chance(2)) {
            person = person.weeklyUntil(near(-10, 12));
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            person = person.with(booking());
        }
        for (int i = chance(3) ? random.nextInt(5) : 0;
                i > 0 && !person.facts().bookings().isEmpty();
                i--) {
            person = person.with(move(person.facts().bookings()));
        }
        return person;
    }

    private SomeFacts crm(SomeFacts person) {
        SomeFacts told = person;
        for (int i = chance(2) ? random.nextInt(3) : 0; i > 0; i--) {
            Stage stage = Stage.values()[random.nextInt(Stage.values().length)];
            Instant enquired = near(-12, 14);
            long id = random.nextLong(1_000_000);
            told = told.with(new EnquiryFact(
                    id,
                    enquired,
                    enquired.plusSeconds(random.nextInt(10_000)),
                    chance(3) ? "referral" : "web",
                    stage,
                    sometimes(near(-5, 8)),
                    chance(5)));
            if (chance(2)) {
                Stage from = Stage.values()[random.nextInt(Stage.values().length)];
                told = told.with(new StageMoveFact(id, from, stage, near(-5, 8), near(-4, 8), "person"));
            }
        }
        for (int i = chance(3) ? random.nextInt(3) : 0; i > 0; i--) {
            Instant due = near(-5, 15);
            told = told.with(new TaskFact(random.nextLong(1_000_000), due, due.plus(Duration.ofDays(1)), near(-20, 5)));
        }
        return chance(5) ? told.zoho(near(0, 2)) : told;
    }

    private MoveFact move(List<BookingFact> bookings) {
        BookingFact moved = bookings.get(random.nextInt(bookings.size()));
        return new MoveFact(
                moved.id(), near(0, 20), moved.startsAt(), moved.startsAt().minusSeconds(random.nextInt(2_000_000)));
    }

    private SomeFacts decided(SomeFacts person) {
        SomeFacts decided = chance(10) ? person.unreachable() : person;
        if (chance(4)) {
            decided = decided.changedDetails(near(-5, 10));
        }
        if (chance(4)) {
            decided = decided.acuity(near(0, 3), sometimes(near(0, 3)));
        }
        decided = chance(3) ? decided.standing(standing()) : decided;
        List<Reason> rested = decided.evaluated().reasons().stream()
                .filter(reason -> reason.key() != null)
                .toList();
        return chance(5) && !rested.isEmpty() ? decided.disputing(rested.get(random.nextInt(rested.size()))) : decided;
    }

    private Standing standing() {
        Standing.Snooze snooze =
                chance(2) ? new Standing.Snooze(near(-10, 10), sometimes(near(0, 10)), SomeFacts.TONY) : null;
        return new Standing(chance(9), snooze, chance(9), chance(9), chance(9), chance(9), chance(9));
    }

    private BookingFact booking() {
        Instant start = near(chance(4) ? 5 : -20, 25);
        Instant made = start.minus(Duration.ofHours(random.nextInt(1000)));
        Instant firstSeen = before(start);
        return new BookingFact(
                random.nextLong(1_000_000),
                start,
                20 + random.nextInt(70),
                1,
                1,
                BookingState.values()[random.nextInt(3)],
                sometimes(made),
                sometimes(firstSeen.minus(Duration.ofMinutes(random.nextInt(3000)))),
                sometimes(firstSeen),
                chance(2),
                chance(5),
                firstSeen.plusMillis(random.nextInt(1000)));
    }

    private Instant before(Instant start) {
        return start.minus(Duration.ofMinutes(random.nextInt(6000))).plus(Duration.ofMinutes(random.nextInt(600)));
    }

    private OutcomeFact outcome() {
        OutcomeKind kind = chance(2)
                ? OutcomeKind.LEFT_MESSAGE
                : OutcomeKind.values()[random.nextInt(OutcomeKind.values().length)];
        Instant at = near(-6, 8);
        Instant callAt = kind == OutcomeKind.CALL_BACK ? sometimes(at.plusSeconds(random.nextInt(600_000))) : null;
        return new OutcomeFact(new UUID(random.nextLong(), random.nextLong()), kind, at, callAt);
    }

    /** Days from now, give or take, to the nanosecond. */
    private Instant near(int days, int spread) {
        double off = days + spread * (2 * random.nextDouble() - 1);
        return NOW.plusNanos((long) (off * Duration.ofDays(1).toNanos()));
    }

    private @Nullable Instant sometimes(Instant instant) {
        return chance(3) ? null : instant;
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
