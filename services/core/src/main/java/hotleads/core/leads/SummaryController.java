package hotleads.core.leads;

import hotleads.core.leads.LeadFilter.View;
import hotleads.core.leads.PracticeDay.Today;
import hotleads.core.leads.rules.Band;
import hotleads.core.observations.Calendars;
import hotleads.platform.endpoint.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many are on the list, and what comes next when nobody is. */
@RestController
class SummaryController {
    private static final int COUNTED_TO = 1_000;

    private final Leads leads;
    private final Calendars calendars;
    private final Views views;
    private final PracticeDay day;

    SummaryController(Leads leads, Calendars calendars, Views views, PracticeDay day) {
        this.leads = leads;
        this.calendars = calendars;
        this.views = views;
        this.day = day;
    }

    /**
     * The list in numbers.
     *
     * @param countedTo a count of as many stands for "or more"
     * @param nextCallBacks the calls promised for the earliest minute ahead; null when none is
     * @param practitioners whom the list can be filtered by
     */
    record Summary(
            Instant asOf,
            Counts counts,
            int countedTo,
            @Nullable CallBacksShown nextCallBacks,
            List<PractitionerShown> practitioners) {}

    /** How many in each band and view. */
    record Counts(int hot, int warm, int watch, int snoozed, int doneToday) {}

    /** So many calls at one time. */
    record CallBacksShown(int count, Instant at) {}

    /** A calendar under its practitioner's name. */
    record PractitionerShown(long calendarId, String name) {}

    @GetMapping(path = "/api/leads/summary", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public Summary summary(
            Caller caller,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String calendar) {
        LeadFilter filter = LeadFilter.parse(null, owner, null, reason, calendar);
        Today today = day.today();
        views.counted(caller);
        return new Summary(
                today.now(),
                counts(filter, today),
                COUNTED_TO,
                leads.nextCallBacks(filter, today)
                        .map(next -> new CallBacksShown(next.count(), next.at()))
                        .orElse(null),
                calendars.practitioners().entrySet().stream()
                        .map(one -> new PractitionerShown(one.getKey(), one.getValue()))
                        .toList());
    }

    private Counts counts(LeadFilter filter, Today today) {
        return new Counts(
                count(filter.withBand(Band.HOT), today),
                count(filter.withBand(Band.WARM), today),
                count(filter.withBand(Band.WATCH), today),
                count(filter.in(View.SNOOZED), today),
                count(filter.in(View.DONE_TODAY), today));
    }

    private int count(LeadFilter filter, Today today) {
        return leads.count(filter, today, COUNTED_TO);
    }
}
