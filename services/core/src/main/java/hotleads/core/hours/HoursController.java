package hotleads.core.hours;

import hotleads.core.acts.Acts;
import hotleads.core.observations.Calendars;
import hotleads.core.time.PracticeClock;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Working hours, for administrators. */
@RestController
class HoursController {
    private final WorkingPlans plans;
    private final Calendars calendars;
    private final TellFollowers tell;
    private final Acts acts;
    private final PracticeClock clock;
    private final String zone;

    HoursController(
            WorkingPlans plans,
            Calendars calendars,
            TellFollowers tell,
            Acts acts,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") String zone) {
        this.plans = plans;
        this.calendars = calendars;
        this.tell = tell;
        this.acts = acts;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Everybody's.
     *
     * @param asOf the practice's time
     * @param zone the practice's IANA zone, by whose wall hours are meant
     */
    record HoursShown(Instant asOf, String zone, List<PlanShown> items) {}

    /**
     * One practitioner's.
     *
     * @param hours none, nobody told us
     * @param version to be sent back with a change
     */
    record PlanShown(long calendarId, String practitioner, List<Hours> hours, long version) {}

    /**
     * When somebody works, anew and whole.
     *
     * @param version what the caller's page showed
     */
    record HoursWanted(@Nullable List<Hours> hours, long version) {}

    @GetMapping(path = "/api/calendar/hours", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public HoursShown hours(Caller caller) {
        SortedMap<Long, String> all = calendars.practitioners();
        acts.byPerson(
                caller,
                "calendar.hours-viewed",
                "calendar",
                all.keySet().stream().map(String::valueOf).collect(Collectors.joining(",")));
        return new HoursShown(
                clock.instant(), zone, all.entrySet().stream().map(this::shown).toList());
    }

    private PlanShown shown(Map.Entry<Long, String> calendar) {
        WorkingPlan plan = plans.of(calendar.getKey());
        return new PlanShown(calendar.getKey(), calendar.getValue(), plan.hours(), plan.version());
    }

    @PostMapping("/api/calendar/{calendarId}/hours")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void setHours(Caller caller, @PathVariable long calendarId, @RequestBody HoursWanted wanted) {
        if (!calendars.practitioners().containsKey(calendarId)) {
            throw new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such calendar");
        }
        require(wanted);
        if (plans.hold(calendarId) != wanted.version()) {
            throw new Problem(HttpStatus.CONFLICT, "changed-meanwhile", "Somebody changed these hours meanwhile");
        }
        replace(calendarId, wanted);
        acts.byPerson(caller, "calendar.hours-changed", "calendar", Long.toString(calendarId));
    }

    /** For the launcher, which makes a made-up practice: what somebody has set since stays. */
    @PostMapping("/internal/calendars/{calendarId}/hours")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void setFirstHours(Principal program, @PathVariable long calendarId, @RequestBody HoursWanted wanted) {
        require(wanted);
        if (plans.hold(calendarId) == 0) {
            replace(calendarId, wanted);
            acts.byJob(program.getName(), "calendar.hours-changed", "calendar", Long.toString(calendarId));
        }
    }

    private void replace(long calendar, HoursWanted wanted) {
        plans.replace(calendar, listed(wanted.hours()));
        tell.hoursChanged(calendar);
    }

    private static List<Hours> listed(@Nullable List<Hours> given) {
        return given == null ? List.of() : given;
    }

    private static void require(HoursWanted wanted) {
        List<Hours> hours = listed(wanted.hours());
        if (hours.stream().anyMatch(Objects::isNull) || !Hours.makeAWeek(hours)) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "bad-hours",
                    "Hours are a weekday from 1 to 7 and two minutes of its 1440, in order and not over each other");
        }
    }
}
