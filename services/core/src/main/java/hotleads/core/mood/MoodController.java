package hotleads.core.mood;

import hotleads.core.acts.Acts;
import hotleads.core.mood.ShowMood.Trend;
import hotleads.core.ownclients.OwnClients;
import hotleads.core.people.People;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One person's mood for their practitioner, and for administrators who asked for it: each look is recorded. */
@RestController
class MoodController {
    private final OwnClients ownClients;
    private final People people;
    private final ShowMood show;
    private final Acts acts;

    MoodController(OwnClients ownClients, People people, ShowMood show, Acts acts) {
        this.ownClients = ownClients;
        this.people = people;
        this.show = show;
        this.acts = acts;
    }

    @GetMapping(path = "/api/people/{personId}/check-ins", produces = MediaType.APPLICATION_JSON_VALUE)
    // What was refused is recorded too.
    @Transactional(noRollbackFor = Problem.class)
    public Trend mood(Caller caller, @PathVariable UUID personId, @RequestParam(defaultValue = "30") int days) {
        if (!ownClients.mayKnow(caller, personId)) {
            acts.refused(caller, "mood.viewed", "person", personId.toString());
            throw noSuchPerson();
        }
        if (!people.exists(personId)) {
            throw noSuchPerson();
        }
        acts.byPerson(caller, "mood.viewed", "person", personId.toString());
        return show.trend(personId, days);
    }

    private static Problem noSuchPerson() {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such person");
    }
}
