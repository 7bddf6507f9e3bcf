package hotleads.core.lookback;

import hotleads.core.leads.Past;
import hotleads.core.leads.Past.Made;
import hotleads.core.leads.rules.BookingState;
import hotleads.core.leads.rules.Evaluation;
import hotleads.core.leads.rules.Facts;
import hotleads.core.leads.rules.Placement;
import hotleads.core.leads.rules.Reason;
import hotleads.core.leads.rules.Rules;
import hotleads.core.leads.rules.Scoring;
import hotleads.core.lookback.LookedBack.AfterContact;
import hotleads.core.lookback.LookedBack.Listing;
import hotleads.core.lookback.LookedBack.RuleRecord;
import hotleads.core.lookback.TopTen.Entry;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plays past mornings over, by what was known then, for one person after the other: the list as it was made then, as it
 * would be made by a draft, newest first, and by lot. It asks how many of those listed went on to book, and never how
 * many booked because somebody rang: nobody can tell that from here.
 */
final class LookBack {
    private static final int AGAIN = (int) Mornings.TO_BOOK.toDays();
    private static final int FEWEST_CONTACTS = 20;
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    /** A call they asked for, and a task about them, are owed to whoever has booked, too. */
    private static final Set<String> OWED = Set.of("P1", "P2");

    private final List<LocalDate> days;
    private final List<Instant> mornings;
    private final Scoring now;
    private final Scoring draft;
    private final Instant today;

    private final TopTen byNow;
    private final TopTen byDraft;
    private final TopTen newest;
    private final TopTen random;
    private final Ranks ranks = new Ranks();
    private final List<CameBack> cameBack = new ArrayList<>();
    private final Map<String, Integer> disputed = new HashMap<>();
    private final Map<String, int[]> contacted = new HashMap<>();
    private int people;
    private int leftOut;

    LookBack(List<LocalDate> days, List<Instant> mornings, Scoring now, Scoring draft, Instant today) {
        this.days = days;
        this.mornings = mornings;
        this.now = now;
        this.draft = draft;
        this.today = today;
        byNow = new TopTen(mornings.size(), AGAIN);
        byDraft = new TopTen(mornings.size(), AGAIN);
        newest = new TopTen(mornings.size(), AGAIN);
        random = new TopTen(mornings.size(), AGAIN);
    }

    void leaveOut() {
        leftOut++;
    }

    void add(UUID person, Past past) {
        people++;
        ranks.add(person, Rules.evaluatePast(past.now(), now, today), Rules.evaluatePast(past.now(), draft, today));
        past.disputedRules().forEach(rule -> disputed.merge(rule, 1, Integer::sum));
        List<Made> made = past.made();
        List<Instant> contacts = past.contacts();
        List<Integer> mightBeListed = new ArrayList<>();
        for (int morning = 0; morning < mornings.size(); morning++) {
            if (onMorning(morning, person, past, made, contacts)) {
                mightBeListed.add(morning);
            }
        }
        made.stream()
                .filter(one -> anyWithin(mightBeListed, one.at()))
                .forEach(one -> cameBack.add(new CameBack(person, one.at())));
        afterContacts(past, made, contacts);
    }

    /** @return whether they might have been contacted then */
    private boolean onMorning(int morning, UUID person, Past past, List<Made> made, List<Instant> contacts) {
        Instant then = mornings.get(morning);
        Facts facts = past.at(then);
        Instant latest = latest(facts);
        if (latest == null) {
            // Nobody we knew of.
            return false;
        }
        Evaluation evaluation = Rules.evaluatePast(facts, now, then);
        boolean knownBooked = isBooked(facts, then);
        Sight sight = new Sight(
                person,
                knownBooked,
                made.stream()
                        .anyMatch(
                                one -> !one.at().isAfter(then) && one.heardAt().isAfter(then)),
                made.stream().anyMatch(one -> isWithin(then, one.at())),
                contacts.stream().anyMatch(contact -> isWithin(then, contact)));
        offer(byNow, morning, sight, evaluation);
        offer(byDraft, morning, sight, now == draft ? evaluation : Rules.evaluatePast(facts, draft, then));
        boolean mayBe = !knownBooked && evaluation.placement().state() != Placement.State.OFF_THE_LIST;
        if (mayBe) {
            newest.offer(morning, sight.entry(latest.toEpochMilli(), 0, List.of()));
            random.offer(morning, sight.entry(lot(person, morning), 0, List.of()));
        }
        return mayBe;
    }

    private static void offer(TopTen list, int morning, Sight sight, Evaluation evaluation) {
        if (evaluation.placement().state() == Placement.State.LISTED) {
            List<String> rules = speaking(evaluation).toList();
            Sight owed = rules.stream().anyMatch(OWED::contains) ? sight.owed() : sight;
            list.offer(morning, owed.entry(evaluation.scoreTenths(), waiting(evaluation), rules));
        }
    }

    /** The rules that speak for somebody. */
    private static Stream<String> speaking(Evaluation evaluation) {
        return evaluation.reasons().stream()
                .filter(reason -> reason.tenths() > 0 && !reason.evidence().isEmpty())
                .map(Reason::rule)
                .distinct();
    }

    /** Asked of the bookings themselves and not of the rules, which are what is being looked at. */
    private static boolean isBooked(Facts facts, Instant then) {
        return facts.bookings().stream()
                .anyMatch(booking -> booking.state() == BookingState.ACTIVE
                        && booking.startsAt()
                                .plus(Duration.ofMinutes(booking.durationMinutes()))
                                .isAfter(then));
    }

    static long waiting(Evaluation evaluation) {
        Instant since = evaluation.waitingSince();
        return since == null ? Long.MAX_VALUE : since.toEpochMilli();
    }

    private static @Nullable Instant latest(Facts facts) {
        return Stream.of(
                        facts.bookings().stream().map(booking -> booking.receivedAt()),
                        facts.moves().stream().map(move -> move.seenAt()),
                        facts.outcomes().stream().map(outcome -> outcome.at()),
                        facts.crm().enquiries().stream().map(enquiry -> enquiry.receivedAt()),
                        facts.crm().moves().stream().map(move -> move.receivedAt()))
                .flatMap(times -> times)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** The same lot each time it is drawn, so that two looks back differ by what changed and not by chance. */
    private static long lot(UUID person, int morning) {
        byte[] drawn = ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(person.getLeastSignificantBits())
                .putInt(morning)
                .array();
        return UUID.nameUUIDFromBytes(drawn).getLeastSignificantBits();
    }

    private static boolean isWithin(Instant listed, Instant happened) {
        return happened.isAfter(listed) && !happened.isAfter(listed.plus(Mornings.TO_BOOK));
    }

    private boolean anyWithin(List<Integer> listed, Instant happened) {
        return listed.stream().anyMatch(morning -> isWithin(mornings.get(morning), happened));
    }

    private void afterContacts(Past past, List<Made> made, List<Instant> contacts) {
        Instant counted = Instant.MIN;
        for (Instant contact : contacts) {
            if (contact.plus(Mornings.TO_BOOK).isAfter(today) || contact.isBefore(counted)) {
                continue;
            }
            counted = contact.plus(Mornings.TO_BOOK);
            Instant before = contact.minus(A_MOMENT);
            int booked = made.stream().anyMatch(one -> isWithin(contact, one.at())) ? 1 : 0;
            speaking(Rules.evaluatePast(past.at(before), now, before)).forEach(rule -> {
                int[] counts = contacted.computeIfAbsent(rule, first -> new int[2]);
                counts[0]++;
                counts[1] += booked;
            });
        }
    }

    LookedBack result() {
        return new LookedBack(
                days.isEmpty() ? null : days.getFirst(),
                days.isEmpty() ? null : days.getLast(),
                days.size(),
                people,
                leftOut,
                listing(byNow),
                listing(byDraft),
                newest.share(),
                random.share(),
                rules(),
                contacts(),
                ranks.moves());
    }

    private Listing listing(TopTen list) {
        Map<UUID, List<Integer>> listed = list.listed();
        int missed = (int) cameBack.stream()
                .filter(one -> !anyWithin(listed.getOrDefault(one.person, List.of()), one.at))
                .count();
        return new Listing(
                list.share(),
                cameBack.size(),
                missed,
                count(list.places(), Entry::knownBooked),
                count(list.places(), Entry::unheard));
    }

    private List<RuleRecord> rules() {
        List<Entry> counted = byNow.counted();
        return now.weights().keySet().stream()
                .map(rule -> {
                    List<Entry> shown = counted.stream()
                            .filter(entry -> entry.rules().contains(rule))
                            .toList();
                    return new RuleRecord(
                            rule,
                            shown.size(),
                            count(shown, Entry::contacted),
                            count(shown, Entry::booked),
                            disputed.getOrDefault(rule, 0));
                })
                .toList();
    }

    private static int count(List<Entry> entries, Predicate<Entry> which) {
        return (int) entries.stream().filter(which).count();
    }

    private List<AfterContact> contacts() {
        return now.weights().keySet().stream()
                .filter(contacted::containsKey)
                .map(rule -> {
                    int[] counts = contacted.getOrDefault(rule, new int[2]);
                    return new AfterContact(rule, counts[0], counts[0] < FEWEST_CONTACTS ? null : counts[1]);
                })
                .toList();
    }

    private record CameBack(UUID person, Instant at) {}

    /** What is so of somebody on one morning, however the list is made. */
    private record Sight(UUID person, boolean knownBooked, boolean unheard, boolean booked, boolean contacted) {
        Sight owed() {
            return new Sight(person, false, false, booked, contacted);
        }

        Entry entry(long rank, long waiting, List<String> rules) {
            return new Entry(person, rank, waiting, knownBooked, unheard, booked, contacted, rules);
        }
    }
}
