package hotleads.core.lookback;

import hotleads.core.leads.Past;
import hotleads.core.leads.PastFacts;
import hotleads.core.leads.rules.Evaluation;
import hotleads.core.leads.rules.Placement;
import hotleads.core.leads.rules.Rules;
import hotleads.core.scoring.Published;
import hotleads.core.scoring.Scorings;
import hotleads.core.time.PracticeClock;
import hotleads.vault.Unopened;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How one person stood on past mornings: played over, as it is not stored. */
@Component
public class ScoreHistory {
    private static final int DAYS = 90;

    private final PastFacts past;
    private final Scorings scorings;
    private final Mornings mornings;
    private final PracticeClock clock;

    ScoreHistory(PastFacts past, Scorings scorings, Mornings mornings, PracticeClock clock) {
        this.past = past;
        this.scorings = scorings;
        this.mornings = mornings;
        this.clock = clock;
    }

    /**
     * One morning.
     *
     * @param placement {@code listed}, {@code off-the-list} or {@code below-the-line}
     * @param reasons the summands of the score, in the order of the rules
     */
    public record Stood(
            Instant at,
            int scoreTenths,
            @Nullable String band,
            String placement,
            int scoringVersion,
            List<Summand> reasons) {}

    /** What one rule counted. */
    public record Summand(String rule, int tenths) {}

    /** At nine each morning, the oldest first, and now as the last. */
    public List<Stood> of(UUID person, Unopened unopened) {
        Past known =
                Objects.requireNonNull(past.ofEach(List.of(person), unopened).get(person));
        return of(known, scorings.all(unopened), clock.instant());
    }

    List<Stood> of(Past known, List<Published> versions, Instant now) {
        return Stream.concat(
                        mornings.lately(now, DAYS).stream()
                                .map(mornings::at)
                                .map(then -> stood(
                                        then,
                                        Rules.evaluatePast(known.at(then), Published.holding(versions, then), then))),
                        Stream.of(stood(
                                now,
                                Rules.evaluatePast(
                                        known.now(), versions.getFirst().scoring(), now))))
                .toList();
    }

    private static Stood stood(Instant at, Evaluation evaluation) {
        return new Stood(
                at,
                evaluation.scoreTenths(),
                evaluation.placement().state() == Placement.State.LISTED
                        ? evaluation.band().word()
                        : null,
                evaluation.placement().state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                evaluation.scoringVersion(),
                evaluation.reasons().stream()
                        .map(reason -> new Summand(reason.rule(), reason.tenths()))
                        .toList());
    }
}
