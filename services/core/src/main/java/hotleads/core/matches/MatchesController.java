package hotleads.core.matches;

import hotleads.core.acts.Acts;
import hotleads.core.matches.Matches.Decision;
import hotleads.core.matches.Matches.Pair;
import hotleads.core.matches.Matches.Side;
import hotleads.core.matches.Matches.Uses;
import hotleads.core.people.CompareIdentities;
import hotleads.core.people.ContactDetails;
import hotleads.core.people.People;
import hotleads.core.time.PracticeClock;
import hotleads.core.vault.ReportUnopened;
import hotleads.core.vault.ReportUnopened.UnopenedShown;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import hotleads.vault.Unopened;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pairs of records that may be one person, what people decide of them, and the records a person is made of. */
@RestController
class MatchesController {
    private static final int A_PAGE = 20;

    private final Matches matches;
    private final DecideMatch decide;
    private final CompareIdentities compare;
    private final People people;
    private final Acts acts;
    private final ReportUnopened report;
    private final PracticeClock clock;
    private final ZoneId zone;

    MatchesController(
            Matches matches,
            DecideMatch decide,
            CompareIdentities compare,
            People people,
            Acts acts,
            ReportUnopened report,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.matches = matches;
        this.decide = decide;
        this.compare = compare;
        this.people = people;
        this.acts = acts;
        this.report = report;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * A page of pairs.
     *
     * @param asOf the practice's time
     * @param zone the practice's IANA zone, in which staff read times
     * @param waiting how many wait in all
     * @param next after which pair to go on; null on the last page
     * @param unopened what could not be opened, and is left out; null when all could
     */
    record MatchPage(
            Instant asOf,
            String zone,
            List<MatchShown> items,
            long waiting,
            @Nullable UUID next,
            @Nullable UnopenedShown unopened) {}

    /**
     * Two records side by side.
     *
     * @param state {@code open}, {@code weak}, {@code same}, {@code different} or {@code not-sure}
     * @param agrees among {@code name}, {@code email}, {@code phone}
     * @param differs what both have, and each otherwise
     * @param likeness {@code same}, {@code nickname}, {@code family}, {@code other-name}, {@code only-name} or
     *     {@code record-changed}
     * @param decisions how many were made so far; to be sent with the next
     */
    record MatchShown(
            UUID id,
            String state,
            List<String> agrees,
            List<String> differs,
            String likeness,
            RecordShown one,
            RecordShown other,
            int decisions,
            @Nullable UUID decidedBy,
            @Nullable Instant decidedAt) {}

    /**
     * What one provider knows of somebody.
     *
     * @param source {@code acuity}, {@code zoho} or another provider
     * @param since when we first heard of it
     */
    record RecordShown(
            UUID id,
            UUID personId,
            String source,
            String name,
            @Nullable String email,
            @Nullable String phone,
            Instant since,
            int bookings,
            @Nullable Instant lastBooking,
            int crmRecords) {}

    /** The records a person is made of. */
    record RecordList(
            Instant asOf,
            String zone,
            List<RecordShown> items,
            @Nullable UnopenedShown unopened) {}

    /**
     * What somebody decides.
     *
     * @param verdict {@code same}, {@code different} or {@code not-sure}
     * @param decisions as the page showed it
     */
    record NewDecision(@Nullable String verdict, int decisions) {}

    @GetMapping(path = "/api/matches", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public MatchPage list(
            Caller caller,
            @RequestParam(defaultValue = "waiting") String view,
            @RequestParam(required = false) @Nullable UUID after) {
        boolean decided = decidedOnly(view);
        List<Pair> pairs = decided ? matches.decided(A_PAGE) : matches.waiting(after, A_PAGE + 1);
        List<Pair> page = pairs.stream().limit(A_PAGE).toList();
        Unopened unopened = new Unopened();
        List<MatchShown> items = page.stream()
                .flatMap(pair -> unopened.open(() -> shown(pair)).stream())
                .toList();
        viewed(caller, page);
        return new MatchPage(
                clock.instant(),
                zone.getId(),
                items,
                matches.countWaiting(),
                pairs.size() > A_PAGE ? page.getLast().id() : null,
                report.of(unopened));
    }

    @PostMapping("/api/matches/{matchId}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(Caller caller, @PathVariable UUID matchId, @RequestBody NewDecision wanted) {
        Verdict verdict = Verdict.of(String.valueOf(wanted.verdict))
                .orElseThrow(() -> new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT, "unknown-verdict", "Say same, different or not-sure"));
        decide.decide(matchId, verdict, wanted.decisions, caller);
    }

    @GetMapping(path = "/api/people/{personId}/records", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public RecordList records(Caller caller, @PathVariable UUID personId) {
        UUID whole = people.whole(personId);
        List<Side> sides = matches.recordsOf(whole);
        if (sides.isEmpty()) {
            throw new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such person");
        }
        Unopened unopened = new Unopened();
        List<RecordShown> items = sides.stream()
                .flatMap(side -> unopened.open(() -> shown(side, compare.details(side.identity()))).stream())
                .toList();
        acts.byPerson(caller, "person.records-viewed", "person", whole.toString());
        return new RecordList(clock.instant(), zone.getId(), items, report.of(unopened));
    }

    @PostMapping("/api/people/{personId}/records/{recordId}/split")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void split(Caller caller, @PathVariable UUID personId, @PathVariable UUID recordId) {
        decide.splitOff(people.whole(personId), recordId, caller);
    }

    private MatchShown shown(Pair pair) {
        CompareIdentities.Compared compared =
                compare.compare(pair.one().identity(), pair.other().identity());
        Optional<Decision> last = matches.lastOf(pair.id());
        return new MatchShown(
                pair.id(),
                pair.state(),
                compared.agrees(),
                compared.differs(),
                compared.likeness(),
                shown(pair.one(), compared.one()),
                shown(pair.other(), compared.other()),
                pair.decisions(),
                last.map(Decision::account).orElse(null),
                last.map(Decision::at).orElse(null));
    }

    private RecordShown shown(Side side, ContactDetails details) {
        Uses uses = matches.usesOf(side.identity());
        return new RecordShown(
                side.identity(),
                side.person(),
                side.source(),
                details.name(),
                details.email(),
                details.phone(),
                side.since(),
                uses.bookings(),
                uses.lastStart(),
                uses.crmRecords());
    }

    /** One entry for the page, holding everyone on it. */
    private void viewed(Caller caller, List<Pair> page) {
        Set<UUID> shown = new LinkedHashSet<>();
        page.forEach(pair -> {
            shown.add(pair.one().person());
            shown.add(pair.other().person());
        });
        acts.byPerson(
                caller,
                "matches.viewed",
                "person",
                shown.stream().map(UUID::toString).collect(Collectors.joining(",")));
    }

    private static boolean decidedOnly(String view) {
        return switch (view) {
            case "waiting" -> false;
            case "decided" -> true;
            default ->
                throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-view", "View is waiting or decided");
        };
    }
}
