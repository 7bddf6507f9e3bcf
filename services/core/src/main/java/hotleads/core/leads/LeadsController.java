package hotleads.core.leads;

import hotleads.core.leads.Leads.Found;
import hotleads.core.leads.Leads.Row;
import hotleads.core.leads.ShowSources.SourceShown;
import hotleads.core.live.LiveVersion;
import hotleads.core.ownclients.OwnClients;
import hotleads.core.people.People;
import hotleads.core.time.PracticeClock;
import hotleads.core.vault.ReportUnopened;
import hotleads.core.vault.ReportUnopened.UnopenedShown;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import hotleads.vault.Unopened;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final ShowLeads show;
    private final ShowSources sources;
    private final LiveVersion version;
    private final Views views;
    private final OwnClients ownClients;
    private final People people;
    private final ReportUnopened report;
    private final PracticeClock clock;
    private final PracticeDay day;

    LeadsController(
            Leads leads,
            LeadDetails details,
            ShowLeads show,
            ShowSources sources,
            LiveVersion version,
            Views views,
            OwnClients ownClients,
            People people,
            ReportUnopened report,
            PracticeClock clock,
            PracticeDay day) {
        this.leads = leads;
        this.details = details;
        this.show = show;
        this.sources = sources;
        this.version = version;
        this.views = views;
        this.ownClients = ownClients;
        this.people = people;
        this.report = report;
        this.clock = clock;
        this.day = day;
    }

    /**
     * A page of the list.
     *
     * @param asOf the practice's time
     * @param version the live version the page is at least as new as
     * @param zone the practice's IANA zone, in which staff read times
     * @param next where the next page begins; null on the last
     * @param unopened what could not be opened, and is left out; null when all could
     */
    record Page(
            Instant asOf,
            long version,
            String zone,
            List<SourceShown> freshness,
            List<LeadShown> items,
            @Nullable String next,
            @Nullable UnopenedShown unopened) {}

    @GetMapping(path = "/api/leads", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public Page list(
            Caller caller,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String band,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String calendar) {
        LeadFilter filter = LeadFilter.parse(view, owner, band, reason, calendar);
        // Read before the rows: a change in between makes the page newer than it says, never older.
        long atLeast = version.current();
        PageMark mark = PageMark.parse(after);
        int size = Math.clamp(limit, 1, MOST);
        Unopened unopened = new Unopened();
        Found found = leads.page(filter, day.today(), mark.cursor(), size, unopened);
        List<LeadShown> items = show.page(found.rows(), mark, filter);
        views.list(caller, items.stream().map(LeadShown::personId).toList());
        return new Page(
                clock.instant(),
                atLeast,
                day.zone(),
                sources.now(),
                items,
                found.end() == null ? null : mark.after(found.end(), size),
                report.of(unopened));
    }

    @GetMapping(path = "/api/leads/{personId}", produces = MediaType.APPLICATION_JSON_VALUE)
    // What was refused is recorded too.
    @Transactional(noRollbackFor = Problem.class)
    public LeadDetails.Shown one(Caller caller, @PathVariable("personId") UUID named) {
        // An old link leads to whoever they are part of now.
        UUID personId = people.whole(named);
        if (!ownClients.mayKnow(caller, personId)) {
            views.refused(caller, personId);
            throw noSuchPerson();
        }
        Row row = leads.find(personId).orElseThrow(LeadsController::noSuchPerson);
        views.person(caller, personId);
        return details.of(row, show.one(row, null), caller);
    }

    private static Problem noSuchPerson() {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such person");
    }
}
