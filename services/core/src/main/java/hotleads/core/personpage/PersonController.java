package hotleads.core.personpage;

import hotleads.core.ownclients.OwnClients;
import hotleads.core.people.People;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page's three parts, each asked for by itself, so that one that fails leaves the others. Whoever may not know the
 * person is told that there is none; what was refused is recorded too.
 */
@RestController
@RequestMapping(path = "/api/people/{personId}", produces = MediaType.APPLICATION_JSON_VALUE)
class PersonController {
    private final PersonHead head;
    private final PersonTimeline timeline;
    private final AttendanceStrip strip;
    private final OwnClients ownClients;
    private final People people;
    private final PersonViews views;

    PersonController(
            PersonHead head,
            PersonTimeline timeline,
            AttendanceStrip strip,
            OwnClients ownClients,
            People people,
            PersonViews views) {
        this.head = head;
        this.timeline = timeline;
        this.strip = strip;
        this.ownClients = ownClients;
        this.people = people;
        this.views = views;
    }

    @GetMapping
    @Transactional(noRollbackFor = Problem.class)
    public PersonHead.PersonHeadShown head(Caller caller, @PathVariable UUID personId) {
        return head.of(required(caller, personId, "person.viewed"), caller);
    }

    /** @param before what is shown lies before it; the newest when left out */
    @GetMapping("/timeline")
    @Transactional(noRollbackFor = Problem.class)
    public PersonTimeline.TimelinePage timeline(
            Caller caller, @PathVariable UUID personId, @RequestParam(required = false) @Nullable Instant before) {
        return timeline.of(required(caller, personId, "person.timeline-viewed"), before, caller);
    }

    /** @param before sessions before it; the newest when left out */
    @GetMapping("/attendance")
    @Transactional(noRollbackFor = Problem.class)
    public AttendanceStrip.AttendancePage attendance(
            Caller caller, @PathVariable UUID personId, @RequestParam(required = false) @Nullable Instant before) {
        return strip.of(required(caller, personId, "person.attendance-viewed"), before, caller);
    }

    /** @return whom this is: an old link leads to whoever they are part of now */
    private UUID required(Caller caller, UUID named, String act) {
        UUID person = people.whole(named);
        if (!ownClients.mayKnow(caller, person)) {
            views.refused(caller, act, person);
            throw noSuchPerson();
        }
        if (!people.exists(person)) {
            throw noSuchPerson();
        }
        views.done(caller, act, person);
        return person;
    }

    private static Problem noSuchPerson() {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such person");
    }
}
