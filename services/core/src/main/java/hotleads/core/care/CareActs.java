package hotleads.core.care;

import hotleads.core.acts.Acts;
import hotleads.platform.endpoint.Caller;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the trail says of the care lane: that something was opened, seen or answered, never why. */
@Component
class CareActs {
    private static final String SUBJECT = "care-check-in";
    private static final String JOB = "watch-care";

    private final Acts acts;

    CareActs(Acts acts) {
        this.acts = acts;
    }

    void opened(UUID care) {
        acts.byJob(JOB, "care.opened", SUBJECT, care.toString());
    }

    void escalated(UUID care) {
        acts.byJob(JOB, "care.escalated", SUBJECT, care.toString());
    }

    /** Who has one waiting. */
    void listed(Caller caller, List<UUID> people) {
        acts.byPerson(
                caller,
                "care.listed",
                "person",
                people.stream().distinct().map(UUID::toString).collect(Collectors.joining(",")));
    }

    /** What one says, mood and all. */
    void viewed(Caller caller, UUID person) {
        acts.byPerson(caller, "care.viewed", "person", person.toString());
    }

    void refused(Caller caller, UUID care) {
        acts.refused(caller, "care.viewed", SUBJECT, care.toString());
    }

    void acknowledged(Caller caller, UUID care) {
        acts.byPerson(caller, "care.acknowledged", SUBJECT, care.toString());
    }

    void closed(Caller caller, UUID care) {
        acts.byPerson(caller, "care.closed", SUBJECT, care.toString());
    }

    void asked(Caller caller, UUID person) {
        acts.byPerson(caller, "care.asked", "person", person.toString());
    }
}
