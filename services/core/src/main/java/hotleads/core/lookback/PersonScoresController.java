package hotleads.core.lookback;

import hotleads.core.acts.Acts;
import hotleads.core.leads.Past;
import hotleads.core.leads.PastFacts;
import hotleads.core.leads.rules.Evaluation;
import hotleads.core.leads.rules.Placement;
import hotleads.core.leads.rules.Rules;
import hotleads.core.leads.rules.Scoring;
import hotleads.core.leads.rules.WaysOff;
import hotleads.core.people.People;
import hotleads.core.scoring.Published;
import hotleads.core.scoring.Scorings;
import hotleads.core.time.PracticeClock;
import hotleads.core.vault.ReportUnopened;
import hotleads.core.vault.ReportUnopened.UnopenedShown;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import hotleads.vault.Unopened;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How one person stood on past mornings, and what would take them off the list. */
@RestController
class PersonScoresController {
    private final PastFacts past;
    private final Scorings scorings;
    private final ScoreHistory history;
    private final People people;
    private final Acts acts;
    private final ReportUnopened report;
    private final PracticeClock clock;

    PersonScoresController(
            PastFacts past,
            Scorings scorings,
            ScoreHistory history,
            People people,
            Acts acts,
            ReportUnopened report,
            PracticeClock clock) {
        this.past = past;
        this.scorings = scorings;
        this.history = history;
        this.people = people;
        this.acts = acts;
        this.report = report;
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @param mornings at nine, the oldest first, and now as the last
     * @param waysOff what would take them off the list; none for whoever is not on it
     * @param offByItselfAt the first day on which they are not on it though nothing happens; null when not within a
     *     year, or they are not on it
     * @param unopened what could not be opened, and is left out; null when all could
     */
    record PersonScores(
            List<ScoreOnMorning> mornings,
            List<WayOff> waysOff,
            @Nullable Instant offByItselfAt,
            @Nullable UnopenedShown unopened) {}

    /**
     * One morning.
     *
     * @param placement {@code listed}, {@code off-the-list} or {@code below-the-line}
     * @param scoringVersion what the rules counted for that day
     * @param reasons the summands of the score, in the order of the rules
     */
    record ScoreOnMorning(
            Instant at,
            int scoreTenths,
            @Nullable String band,
            String placement,
            int scoringVersion,
            List<ScorePart> reasons) {}

    /** One summand. */
    record ScorePart(String rule, int tenths) {}

    /**
     * One thing that takes them off.
     *
     * @param key of the sentence that says what happens
     * @param values for that sentence
     * @param causes keys of what would then keep them off; none when too little would speak for them
     */
    record WayOff(String key, Map<String, Object> values, int scoreTenths, List<String> causes) {}

    @GetMapping(path = "/api/people/{personId}/scores", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public PersonScores scores(Caller caller, @PathVariable("personId") UUID named) {
        UUID person = people.whole(named);
        if (!people.exists(person)) {
            throw new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such person");
        }
        acts.byPerson(caller, "person.scores-viewed", "person", person.toString());
        Unopened unopened = new Unopened();
        Past known =
                Objects.requireNonNull(past.ofEach(List.of(person), unopened).get(person));
        Instant now = clock.instant();
        List<Published> versions = scorings.all(unopened);
        Scoring current = versions.getFirst().scoring();
        Evaluation today = Rules.evaluatePast(known.now(), current, now);
        return new PersonScores(
                history.of(known, versions, now).stream()
                        .map(PersonScoresController::shown)
                        .toList(),
                WaysOff.of(known.now(), current, now).stream()
                        .map(PersonScoresController::shown)
                        .toList(),
                today.placement().state() == Placement.State.LISTED
                        ? WaysOff.byItself(known.now(), current, now).orElse(null)
                        : null,
                report.of(unopened));
    }

    private static ScoreOnMorning shown(ScoreHistory.Stood stood) {
        return new ScoreOnMorning(
                stood.at(),
                stood.scoreTenths(),
                stood.band(),
                stood.placement(),
                stood.scoringVersion(),
                stood.reasons().stream()
                        .map(part -> new ScorePart(part.rule(), part.tenths()))
                        .toList());
    }

    private static WayOff shown(WaysOff.Way way) {
        return new WayOff(
                way.sentence().key(),
                way.sentence().values(),
                way.after().scoreTenths(),
                way.after().placement().causes().stream()
                        .map(cause -> cause.key())
                        .toList());
    }
}
