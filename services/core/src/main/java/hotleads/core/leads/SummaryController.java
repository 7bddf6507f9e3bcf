package hotleads.core.leads;

import hotleads.core.leads.LeadFilter.View;
import hotleads.core.leads.PracticeDay.Today;
import hotleads.core.leads.ShowSources.SourceShown;
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
    private final ShowSources sources;
    private final Views views;
    private final PracticeDay day;

    SummaryController(Leads leads, Calendars calendars, ShowSources sources, Views views, PracticeDay day) {
        this.leads = leads;
        this.calendars = calendars;
        this.sources = sources;
        this.views = views;
        this.day = day;
    }

    /**
     * The list in numbers.
     *
     * @param zone the practice's IANA zone, in which staff read times
     * @param countedTo a count of as many stands for "or more"
     * @param newHotSince when the practice's last working day before today began: whoever is hot since then or later is
     *     counted as newly hot
     * @param callBacksDue calls promised for today, or for before and not made yet
     * @param nextCallBacks the calls promised for the earliest minute ahead; null when none is
     * @param practitioners whom the list can be filtered by
     */
    record Summary(
            Instant asOf,
            String zone,
            List<SourceShown> freshness,
            Counts counts,
            int countedTo,
            Instant newHotSince,
            int callBacksDue,
            @Nullable CallBacksShown nextCallBacks,
            List<PractitionerShown> practitioners) {}

    /** How many in each band and view. */
    record Counts(int hot, int newHot, int warm, int watch, int snoozed, int doneToday) {}

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
                day.zone(),
                sources.now(),
                counts(filter, today),
                COUNTED_TO,
                today.lastMorning(),
                count(filter.in(View.CALL_BACKS_DUE), today),
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
                count(filter.in(View.NEW_HOT), today),
                count(filter.withBand(Band.WARM), today),
                count(filter.withBand(Band.WATCH), today),
                count(filter.in(View.SNOOZED), today),
                count(filter.in(View.DONE_TODAY), today));
    }

    private int count(LeadFilter filter, Today today) {
        return leads.count(filter, today, COUNTED_TO);
    }
}
