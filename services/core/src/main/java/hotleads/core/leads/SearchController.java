package hotleads.core.leads;

import hotleads.core.leads.Leads.Row;
import hotleads.core.leads.ReasonShown.SentenceShown;
import hotleads.core.people.FindPeople;
import hotleads.core.vault.ReportUnopened;
import hotleads.core.vault.ReportUnopened.UnopenedShown;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import hotleads.vault.Unopened;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** "Why isn't … here?": anyone, found by what is typed, with why they are or are not on the list. */
@RestController
class SearchController {
    private static final int MOST = 20;
    private static final int A_PAGE = 50;
    private static final int LONGEST = 200;

    private final FindPeople find;
    private final Leads leads;
    private final ShowLeads show;
    private final Views views;
    private final ReportUnopened report;

    SearchController(FindPeople find, Leads leads, ShowLeads show, Views views, ReportUnopened report) {
        this.find = find;
        this.leads = leads;
        this.show = show;
        this.views = views;
        this.report = report;
    }

    /** What was typed; in a body, because addresses of pages are written down everywhere. */
    record Wanted(String text) {
        @Override
        public String toString() {
            return "[search]";
        }
    }

    /**
     * Whom the search found.
     *
     * @param more whether there are others; typing more finds fewer
     * @param unopened what could not be opened, and is left out; null when all could
     */
    record FoundPeople(
            List<Hit> hits, boolean more, @Nullable UnopenedShown unopened) {}

    /** @param why a sentence about the list: the first of several causes, or how the score stands */
    record Hit(LeadShown lead, SentenceShown why) {}

    @PostMapping(path = "/api/people/search", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public FoundPeople search(Caller caller, @RequestBody Wanted wanted) {
        List<UUID> people = find.by(typed(wanted.text), MOST + 1);
        Unopened unopened = new Unopened();
        List<Row> rows = leads.all(people.stream().limit(MOST).toList(), unopened);
        views.search(caller, rows.stream().map(Row::personId).toList());
        return new FoundPeople(rows.stream().map(this::hit).toList(), people.size() > MOST, report.of(unopened));
    }

    /**
     * A page of everybody.
     *
     * @param next after whom to go on; null on the last page
     * @param unopened what could not be opened, and is left out; null when all could
     */
    record PeoplePage(
            List<Hit> hits, @Nullable UUID next, @Nullable UnopenedShown unopened) {}

    /** Everybody, whom we heard of last first. */
    @GetMapping(path = "/api/people", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public PeoplePage everybody(Caller caller, @RequestParam(required = false) @Nullable UUID after) {
        List<UUID> people = find.everybody(after, A_PAGE + 1);
        List<UUID> page = people.stream().limit(A_PAGE).toList();
        Unopened unopened = new Unopened();
        List<Row> rows = leads.all(page, unopened);
        views.people(caller, rows.stream().map(Row::personId).toList());
        return new PeoplePage(
                rows.stream().map(this::hit).toList(),
                people.size() > A_PAGE ? page.getLast() : null,
                report.of(unopened));
    }

    private Hit hit(Row row) {
        return new Hit(
                show.one(row, null),
                WhyHere.of(
                        row.evaluation().placement(),
                        row.scoreTenths(),
                        row.evaluation().reasons()));
    }

    private static String typed(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw refused("search-empty", "Type a name, an e-mail or a number");
        }
        if (text.length() > LONGEST) {
            throw refused("search-too-long", "Type at most " + LONGEST + " characters");
        }
        return text;
    }

    private static Problem refused(String code, String title) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, code, title);
    }
}
