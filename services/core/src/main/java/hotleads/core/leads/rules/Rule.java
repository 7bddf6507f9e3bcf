package hotleads.core.leads.rules;

import java.time.Duration;
import java.util.List;

/** The table of rules in their order: version, points in tenths, half-life in days, and what each speaks of. */
enum Rule {
    E2(1, 200, 10, Family.ENQUIRY, Source.ACUITY, new RepliedNotBooked(), "booking", "not-interested"),
    B1(1, 340, 7, Family.BOOKING, Source.ACUITY, new CancelledNotRebooked(), "booking", "cancelled-by-us"),
    B2(1, 80, 7, Family.BOOKING, Source.ACUITY, new ShortNotice(), "booking", "cancelled-by-us") {
        @Override
        Rule base() {
            return B1;
        }
    },
    B3(1, 360, 5, Family.BOOKING, Source.ACUITY, new MissedSession(), "booking", "attended"),
    B4(1, 120, 5, Family.BOOKING, Source.ACUITY, new MissedFirst(), "booking", "attended") {
        @Override
        Rule base() {
            return B3;
        }
    },
    B5(1, 100, 14, Family.BOOKING, Source.ACUITY, new MovedTwice(), "session"),
    R1(1, 480, 12, Family.RHYTHM, Source.ACUITY, new SecondNotBooked(), "booking"),
    R2(1, 260, 21, Family.RHYTHM, Source.ACUITY, new PastUsualRhythm(), "booking"),
    R3(1, 160, 60, Family.RHYTHM, Source.ACUITY, new LongAway(), "booking"),
    P1(1, 500, 2, Family.PROMISE, Source.ACT, new PromisedCall(), "outcome"),
    N1(1, -300, 2, Family.CONTACT, Source.ACT, new ContactedRecently()),
    N2(1, -250, 21, Family.CONTACT, Source.ACT, new ThreeTries(), "reply", "booking"),
    N3(1, -400, 30, Family.CONTACT, Source.ACT, new NotNow(), "their-move");

    private final int version;
    private final int points;
    private final Duration halfLife;
    private final Family family;
    private final Source needs;
    private final Finder finder;
    private final List<String> removedBy;

    Rule(int version, int points, int halfLife, Family family, Source needs, Finder finder, String... removedBy) {
        this.version = version;
        this.points = points;
        this.halfLife = Duration.ofDays(halfLife);
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

    List<Scored> scoreIn(Situation situation) {
        if (isWithheldIn(situation)) {
            return List.of();
        }
        return finder.find(situation).stream()
                .filter(finding -> !situation.facts().isDisputed(name(), finding.evidence()))
                .map(finding -> scored(finding, situation))
                .filter(scored -> scored.tenths() != 0)
                .toList();
    }

    Reason reasonFor(Scored scored) {
        Finding finding = scored.finding();
        return new Reason(
                name(),
                version,
                Reason.LEAD,
                scored.tenths(),
                new Sentence(name(), finding.values()),
                finding.evidence(),
                finding.course().startsAt(),
                halfLife,
                removedBy,
                scored.sourceLate());
    }

    private boolean isWithheldIn(Situation situation) {
        boolean suspended = family == Family.CONTACT && situation.duePromise().isPresent();
        return suspended || situation.isStopped(needs);
    }

    private Scored scored(Finding finding, Situation situation) {
        int tenths = situation.moment().tenthsOf(new Curve(points, halfLife, finding.course()));
        return new Scored(this, finding, tenths, situation.isLate(needs));
    }
}
