package hotleads.core.leads.rules;

import java.time.Duration;
import java.util.List;

/**
 * The table of rules in their order: version, points in tenths and half-life in days that a practice starts with, and
 * what each speaks of.
 */
enum Rule {
    E1(1, 500, 3, Family.ENQUIRY, Source.ACUITY, new NewEnquiry(), "outcome", "booking", "junk"),
    E2(2, 200, 10, Family.ENQUIRY, Source.ACUITY, new RepliedNotBooked(), "booking", "not-interested"),
    E3(1, 80, 30, Family.ENQUIRY, Source.ACUITY, new CameByReferral(), "booking"),
    B1(1, 340, 7, Family.BOOKING, Source.ACUITY, new CancelledNotRebooked(), "booking", "cancelled-by-us"),
    B2(1, 80, 7, Family.BOOKING, Source.ACUITY, new ShortNotice(), "booking", "cancelled-by-us") {
        @Override
        Rule base() {
            return B1;
        }
    },
    B3(2, 360, 5, Family.BOOKING, Source.ACUITY, new MissedSession(), "booking", "attended"),
    B4(1, 120, 5, Family.BOOKING, Source.ACUITY, new MissedFirst(), "booking", "attended") {
        @Override
        Rule base() {
            return B3;
        }
    },
    B5(1, 100, 14, Family.BOOKING, Source.ACUITY, new MovedTwice(), "session"),
    B6(1, 80, 7, Family.BOOKING, Source.ACUITY, new LeftEarly(), "session"),
    B7(1, 50, 14, Family.BOOKING, Source.ACUITY, new LateTwice(), "on-time"),
    R1(1, 480, 12, Family.RHYTHM, Source.ACUITY, new SecondNotBooked(), "booking"),
    R2(1, 260, 21, Family.RHYTHM, Source.ACUITY, new PastUsualRhythm(), "booking"),
    R3(1, 160, 60, Family.RHYTHM, Source.ACUITY, new LongAway(), "booking"),
    O1(1, 120, 1, Family.SLOT, Source.ACUITY, new UsualHourOpened(), "slot-taken"),
    P1(1, 500, 2, Family.PROMISE, Source.ACT, new PromisedCall(), "outcome"),
    // Listed, booked or not, so it needs no word of Acuity's.
    P2(1, 220, 14, Family.PROMISE, Source.ACT, new TaskOverdue(), "task-done"),
    C1(1, 120, 10, Family.CRM, Source.ACUITY, new MovedForward(), "moved-back", "closed-there"),
    N1(1, -300, 2, Family.CONTACT, Source.ACT, new ContactedRecently()),
    N2(1, -250, 21, Family.CONTACT, Source.ACT, new ThreeTries(), "reply", "booking"),
    N3(1, -400, 30, Family.CONTACT, Source.ACT, new NotNow(), "their-move");

    private final int version;
    private final Weight start;
    private final Family family;
    private final Source needs;
    private final Finder finder;
    private final List<String> removedBy;

    Rule(int version, int points, int halfLife, Family family, Source needs, Finder finder, String... removedBy) {
        this.version = version;
        this.start = new Weight(true, points, halfLife);
        this.family = family;
        this.needs = needs;
        this.finder = finder;
        this.removedBy = List.of(removedBy);
    }

    /** The rule this one adds to, and never stands without; itself when it stands alone. */
    Rule base() {
        return this;
    }

    Family family() {
        return family;
    }

    Weight startingWeight() {
        return start;
    }

    List<Scored> scoreIn(Situation situation) {
        if (!situation.scoring().of(this).on() || isWithheldIn(situation)) {
            return List.of();
        }
        return finder.find(situation).stream()
                .filter(finding -> !situation.facts().isDisputed(name(), finding.evidence()))
                .map(finding -> scored(finding, situation))
                .filter(scored -> scored.tenths() != 0)
                .toList();
    }

    Reason reasonFor(Scored scored, Scoring scoring) {
        Finding finding = scored.finding();
        return new Reason(
                name(),
                version,
                Reason.LEAD,
                scored.tenths(),
                new Sentence(name(), finding.values()),
                finding.evidence(),
                finding.course().startsAt(),
                halfLife(scoring.of(this)),
                removedBy,
                scored.sourceLate());
    }

    private boolean isWithheldIn(Situation situation) {
        boolean suspended = family == Family.CONTACT && situation.duePromise().isPresent();
        return suspended || situation.isStopped(needs);
    }

    private Scored scored(Finding finding, Situation situation) {
        Weight weight = situation.scoring().of(this);
        int tenths =
                situation.moment().tenthsOf(new Curve(points(finding, weight), halfLife(weight), finding.course()));
        boolean late = situation.isLate(needs)
                || finding.evidence().stream().anyMatch(evidence -> situation.isLate(evidence.source()))
                || finding.alsoNeeds().stream().anyMatch(situation::isLate);
        return new Scored(this, finding, tenths, late);
    }

    /** A finding that counts for a part of its rule keeps that part, whatever the practice made of the whole. */
    private int points(Finding finding, Weight weight) {
        Integer part = finding.points();
        return part == null ? weight.tenths() : Math.round((float) part * weight.tenths() / start.tenths());
    }

    private static Duration halfLife(Weight weight) {
        return Duration.ofDays(weight.halfLifeDays());
    }
}
