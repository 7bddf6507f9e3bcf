package hotleads.core.retention;

import hotleads.core.acts.Acts;
import hotleads.core.keeping.Keeping;
import hotleads.core.keeping.Kind;
import hotleads.core.time.PracticeClock;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For how many years each kind of record is kept, what would go this month, and what another number would mean. */
@RestController
@RequestMapping(path = "/api/settings/retention", produces = MediaType.APPLICATION_JSON_VALUE)
class RetentionController {
    private static final String SUBJECT = "retention";
    /** What laws on health records ask of a trail; this one is kept for good. */
    private static final int TRAIL_YEARS_AT_LEAST = 6;

    private final Keeping keeping;
    private final PastRecords past;
    private final Acts acts;
    private final PracticeClock clock;
    private final ZoneId zone;

    RetentionController(
            Keeping keeping,
            PastRecords past,
            Acts acts,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.keeping = keeping;
        this.past = past;
        this.acts = acts;
        this.clock = clock;
        this.zone = zone;
    }

    /** @param trailYearsAtLeast how long the audit trail must be kept; it is never removed */
    record Retention(List<RetentionKind> kinds, int trailYearsAtLeast) {}

    /**
     * One kind.
     *
     * @param kind {@code sessions}, {@code mood}, {@code contacts} or {@code news}
     * @param isDefault whether nobody decided
     * @param going what would go by the end of this month
     */
    record RetentionKind(
            String kind,
            int years,
            boolean isDefault,
            int usualYears,
            int fewestYears,
            int mostYears,
            List<Going> going) {}

    /** So many of one thing. */
    record Going(String what, long count) {}

    /** What somebody thinks of. */
    record RetentionDraft(String kind, int years) {}

    /** @param before the years that the caller's page showed */
    record NewRetention(String kind, int years, int before) {}

    @GetMapping
    @Transactional
    public Retention retention(Caller caller) {
        acts.byPerson(caller, "retention.viewed", SUBJECT, "all");
        return new Retention(Arrays.stream(Kind.values()).map(this::shown).toList(), TRAIL_YEARS_AT_LEAST);
    }

    /** What would go by the end of this month if it were so many years. */
    @PostMapping("/preview")
    List<Going> preview(@RequestBody RetentionDraft draft) {
        Kind kind = required(draft.kind, draft.years);
        return going(kind, draft.years);
    }

    /** In force from the next run on, which is at night: until then it can be set back. */
    @PostMapping
    @Transactional
    public RetentionKind decide(Caller caller, @RequestBody NewRetention wanted) {
        Kind kind = required(wanted.kind, wanted.years);
        keeping.hold();
        int before = keeping.years(kind);
        if (before != wanted.before) {
            throw new Problem(HttpStatus.CONFLICT, "changed-meanwhile", "Somebody changed it meanwhile");
        }
        keeping.decide(kind, wanted.years, caller.accountId());
        acts.byPerson(caller, "retention.changed", SUBJECT, kind.word() + ":" + before + ":" + wanted.years);
        return shown(kind);
    }

    private RetentionKind shown(Kind kind) {
        int years = keeping.years(kind);
        return new RetentionKind(
                kind.word(),
                years,
                keeping.decided(kind).isEmpty(),
                kind.usualYears(),
                kind.fewestYears(),
                kind.mostYears(),
                going(kind, years));
    }

    private List<Going> going(Kind kind, int years) {
        Map<String, Long> counts = past.count(kind, Keeping.before(endOfMonth(), years));
        return counts.entrySet().stream()
                .map(count -> new Going(count.getKey(), count.getValue()))
                .toList();
    }

    private Instant endOfMonth() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return today.withDayOfMonth(1).plusMonths(1).atStartOfDay(zone).toInstant();
    }

    private static Kind required(String word, int years) {
        return Kind.of(word)
                .filter(kind -> kind.mayBe(years))
                .orElseThrow(() -> new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT, "retention-wrong", "One of the kinds, for 1 to 50 years"));
    }
}
