package hotleads.core.lookback;

import hotleads.core.Ids;
import hotleads.core.acts.Acts;
import hotleads.core.leads.EveryoneIsDue;
import hotleads.core.leads.rules.Scoring;
import hotleads.core.leads.rules.Weight;
import hotleads.core.lookback.ShowLookback.LookbackShown;
import hotleads.core.scoring.Published;
import hotleads.core.scoring.Scorings;
import hotleads.core.time.PracticeClock;
import hotleads.core.vault.ReportUnopened;
import hotleads.core.vault.ReportUnopened.UnopenedShown;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import hotleads.vault.Unopened;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the rules count for: as it is, as somebody thinks of it, and what that would have meant. */
@RestController
@RequestMapping(path = "/api/scoring", produces = MediaType.APPLICATION_JSON_VALUE)
class ScoringController {
    private static final int LONGEST_NOTE = 500;

    private final Scorings scorings;
    private final Wishes wishes;
    private final ShowLookback show;
    private final EveryoneIsDue everyone;
    private final Acts acts;
    private final ReportUnopened report;
    private final PracticeClock practice;
    private final Clock clock;
    private final Ids ids;

    ScoringController(
            Scorings scorings,
            Wishes wishes,
            ShowLookback show,
            EveryoneIsDue everyone,
            Acts acts,
            ReportUnopened report,
            PracticeClock practice,
            Clock clock,
            Ids ids) {
        this.scorings = scorings;
        this.wishes = wishes;
        this.show = show;
        this.everyone = everyone;
        this.acts = acts;
        this.report = report;
        this.practice = practice;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * All versions, and what one may choose.
     *
     * @param version what holds
     * @param rules in their order, with what every practice starts with
     * @param versions the newest first; the last is what every practice starts with
     * @param unopened what could not be opened, and is left out; null when all could
     */
    record ScoringShown(
            int version,
            List<RuleWeight> rules,
            List<ScoringVersionShown> versions,
            @Nullable UnopenedShown unopened) {}

    /**
     * What one rule counts for.
     *
     * @param tenths points in tenths; below 0 for rules that subtract
     */
    record RuleWeight(String rule, boolean on, int tenths, int halfLifeDays) {
        static List<RuleWeight> of(Map<String, Weight> weights) {
            return weights.entrySet().stream()
                    .map(one -> new RuleWeight(
                            one.getKey(),
                            one.getValue().on(),
                            one.getValue().tenths(),
                            one.getValue().halfLifeDays()))
                    .toList();
        }
    }

    /**
     * One version.
     *
     * @param publishedAt null for what every practice starts with
     * @param publishedBy an account; null for what every practice starts with
     * @param note why; null when it does not open, or nobody decided
     */
    record ScoringVersionShown(
            int version,
            @Nullable Instant publishedAt,
            @Nullable UUID publishedBy,
            @Nullable String note,
            List<RuleWeight> rules) {}

    /** What somebody thinks of: every rule once. */
    record ScoringDraft(List<RuleWeight> rules) {}

    /**
     * What is to hold from now on.
     *
     * @param basedOn the version the caller's page showed
     * @param lookbackId one over the same rules that came to an end; null where they held once before
     */
    record NewScoring(
            int basedOn,
            List<RuleWeight> rules,
            String note,
            @Nullable UUID lookbackId) {}

    @GetMapping
    @Transactional
    public ScoringShown scoring(Caller caller) {
        Unopened unopened = new Unopened();
        List<Published> all = scorings.all(unopened);
        Scoring current = all.getFirst().scoring();
        acts.byPerson(caller, "scoring.viewed", "scoring", Integer.toString(current.version()));
        return new ScoringShown(
                current.version(),
                RuleWeight.of(current.weights()),
                all.stream().map(ScoringController::shown).toList(),
                report.of(unopened));
    }

    /** Asks for a look back with a draft; what holds is a draft like any other. */
    @PostMapping("/lookbacks")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Transactional
    public LookbackShown lookBack(Caller caller, @RequestBody ScoringDraft draft) {
        Wish wish = new Wish(
                ids.next(),
                scorings.current().version(),
                required(draft.rules),
                Wish.State.ASKED,
                clock.instant(),
                null,
                0,
                0,
                null);
        wishes.ask(wish, caller.accountId());
        acts.byPerson(caller, "lookback.asked", "lookback", wish.id().toString());
        return show.of(wish, caller);
    }

    @GetMapping("/lookbacks/{lookbackId}")
    @Transactional
    public LookbackShown lookback(Caller caller, @PathVariable UUID lookbackId) {
        return show.of(wishes.find(lookbackId).orElseThrow(ScoringController::noSuchLookback), caller);
    }

    /** What was decided holds for everyone's next evaluation, which is now. */
    @PostMapping("/versions")
    @Transactional
    public ScoringVersionShown publish(Caller caller, @RequestBody NewScoring wanted) {
        Map<String, Weight> weights = required(wanted.rules);
        String note = wanted.note.strip();
        if (note.isEmpty() || note.length() > LONGEST_NOTE) {
            throw refused("note-needed", "A sentence on why, of at most 500 characters");
        }
        scorings.hold();
        Scoring before = scorings.current();
        if (before.version() != wanted.basedOn) {
            throw new Problem(HttpStatus.CONFLICT, "changed-meanwhile", "Somebody published another version meanwhile");
        }
        requireLookedAt(weights, before, wanted.lookbackId);
        Scoring now = new Scoring(before.version() + 1, weights);
        Instant at = practice.instant();
        scorings.add(now, at, caller.accountId(), note);
        acts.byPerson(caller, "scoring.published", "scoring", Integer.toString(now.version()));
        everyone.now();
        return shown(new Published(now, at, caller.accountId(), note));
    }

    /**
     * Nothing is published unseen, unless it held before: then what it means is known, and going back must not wait.
     */
    private void requireLookedAt(Map<String, Weight> weights, Scoring before, @Nullable UUID lookback) {
        boolean heldOnce = scorings.all(new Unopened()).stream()
                .map(Published::scoring)
                .filter(version -> version.version() < before.version())
                .anyMatch(version -> version.weights().equals(weights));
        if (heldOnce) {
            return;
        }
        Wish looked = lookback == null ? null : wishes.find(lookback).orElseThrow(ScoringController::noSuchLookback);
        if (looked == null
                || looked.result() == null
                || looked.baseVersion() != before.version()
                || !looked.weights().equals(weights)) {
            throw refused("lookback-needed", "What this would have meant must have been looked at first");
        }
    }

    private static Map<String, Weight> required(List<RuleWeight> rules) {
        Map<String, Weight> weights = new LinkedHashMap<>();
        rules.forEach(rule -> weights.put(rule.rule, new Weight(rule.on, rule.tenths, rule.halfLifeDays)));
        if (weights.size() != rules.size() || !Scoring.areWhole(weights)) {
            throw refused("scoring-wrong", "Every rule once, up to 100 points in its own direction, 1 to 365 days");
        }
        return new Scoring(0, weights).weights();
    }

    private static ScoringVersionShown shown(Published published) {
        return new ScoringVersionShown(
                published.scoring().version(),
                published.at(),
                published.by(),
                published.note(),
                RuleWeight.of(published.scoring().weights()));
    }

    private static Problem refused(String code, String title) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, code, title);
    }

    private static Problem noSuchLookback() {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such look back");
    }
}
