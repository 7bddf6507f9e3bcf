package hotleads.core.leads;

import hotleads.core.leads.Leads.Cursor;
import hotleads.core.leads.Leads.Row;
import hotleads.core.live.LiveVersion;
import hotleads.core.observations.Calendars;
import hotleads.core.people.PersonNames;
import hotleads.core.time.PracticeClock;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list, and one person on it. */
@RestController
class LeadsController {
    private static final int MOST = 200;

    private final Leads leads;
    private final LeadDetails details;
    private final Calendars calendars;
    private final AcuityFreshness freshness;
    private final LiveVersion version;
    private final Views views;
    private final PracticeClock clock;
    private final String zone;

    LeadsController(
            Leads leads,
            LeadDetails details,
            Calendars calendars,
            AcuityFreshness freshness,
            LiveVersion version,
            Views views,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") String zone) {
        this.leads = leads;
        this.details = details;
        this.calendars = calendars;
        this.freshness = freshness;
        this.version = version;
        this.views = views;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * A page of the list.
     *
     * @param asOf the practice's time
     * @param version the live version the page is at least as new as
     * @param zone the practice's IANA zone, in which staff read times
     * @param next where the next page begins; null on the last
     */
    record Page(
            Instant asOf,
            long version,
            String zone,
            List<SourceShown> freshness,
            List<LeadShown> items,
            @Nullable String next) {}

    /**
     * How fresh a source is.
     *
     * @param state {@code on-time}, {@code late}, {@code stopped}, {@code action-needed} or {@code not-run-yet}
     */
    record SourceShown(
            String source,
            String state,
            @Nullable Instant fetchedTo,
            @Nullable String causeCode) {}

    @GetMapping(path = "/api/leads", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public Page list(
            Caller caller,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        // Read before the rows: a change in between makes the page newer than it says, never older.
        long atLeast = version.current();
        PageMark mark = PageMark.parse(after);
        int size = Math.clamp(limit, 1, MOST);
        List<Row> rows = leads.page(mark.cursor(), size + 1);
        List<LeadShown> items = shown(rows.subList(0, Math.min(size, rows.size())), mark.rank());
        views.list(caller, items.stream().map(LeadShown::personId).toList());
        return new Page(
                clock.instant(),
                atLeast,
                zone,
                List.of(acuity()),
                items,
                rows.size() > size ? mark.after(rows.get(size - 1), size) : null);
    }

    @GetMapping(path = "/api/leads/{personId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public LeadDetails.Shown one(Caller caller, @PathVariable UUID personId) {
        Row row = leads.find(personId)
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such person"));
        views.person(caller, personId);
        return details.of(row, shown(row, null), caller);
    }

    private List<LeadShown> shown(List<Row> rows, int firstRank) {
        List<LeadShown> items = new ArrayList<>();
        for (Row row : rows) {
            items.add(shown(row, firstRank + items.size()));
        }
        return items;
    }

    LeadShown shown(Row row, @Nullable Integer rank) {
        return new LeadShown(
                rank,
                row.personId(),
                row.name(),
                PersonNames.initialsOf(row.name()),
                row.scoreTenths(),
                row.band(),
                row.evaluation().reasons(),
                row.waitingSince(),
                row.lastContactAt(),
                Optional.ofNullable(row.calendarId())
                        .flatMap(calendars::practitioner)
                        .orElse(null),
                row.nextChangeAt(),
                row.factsVersion());
    }

    private SourceShown acuity() {
        AcuityFreshness.Status status = freshness.now();
        Instant fetchedTo = status.fetchedTo();
        return new SourceShown(
                "acuity", status.state().word(), fetchedTo == null ? null : clock.at(fetchedTo), status.cause());
    }

    /** A cursor as text: score, evidence, person and the rank the next row has. */
    record PageMark(@Nullable Cursor cursor, int rank) {
        static PageMark parse(@Nullable String text) {
            if (text == null) {
                return new PageMark(null, 1);
            }
            try {
                String[] parts = text.split("_", -1);
                return new PageMark(
                        new Cursor(
                                Integer.parseInt(parts[0]),
                                Instant.ofEpochMilli(Long.parseLong(parts[1])),
                                UUID.fromString(parts[2])),
                        Integer.parseInt(parts[3]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
                throw new Problem(HttpStatus.BAD_REQUEST, "bad-cursor", "Use the cursor a page gave as next, or none");
            }
        }

        String after(Row last, int size) {
            long waiting = Optional.ofNullable(last.waitingSince())
                    .orElse(Instant.EPOCH)
                    .toEpochMilli();
            return last.scoreTenths() + "_" + waiting + "_" + last.personId() + "_" + (rank + size);
        }
    }
}
