package hotleads.core.leads;

import hotleads.core.Ids;
import hotleads.core.leads.HoldPerson.Held;
import hotleads.core.ownclients.OwnRecord;
import hotleads.core.time.PracticeClock;
import hotleads.core.triage.Act;
import hotleads.core.triage.ActDone;
import hotleads.core.triage.InForce;
import hotleads.core.triage.Permissions;
import hotleads.core.triage.Permissions.Permission;
import hotleads.core.triage.PersonActs;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How a client lets us reach them, set by themselves: in force on the staff's contact card at once. It carries no
 * version of the record, unlike what staff do: the last word about it is the client's, and what others did is not for
 * them to read.
 */
@RestController
@RequestMapping(path = "/api/me/permissions", produces = MediaType.APPLICATION_JSON_VALUE)
class OwnPermissionsController {
    private final OwnRecord own;
    private final HoldPerson holdPerson;
    private final PersonActs acts;
    private final Evaluations evaluations;
    private final Views views;
    private final Ids ids;
    private final PracticeClock clock;

    OwnPermissionsController(
            OwnRecord own,
            HoldPerson holdPerson,
            PersonActs acts,
            Evaluations evaluations,
            Views views,
            Ids ids,
            PracticeClock clock) {
        this.own = own;
        this.holdPerson = holdPerson;
        this.acts = acts;
        this.evaluations = evaluations;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is allowed: {@code allowed}, {@code refused} or {@code not-asked} each. */
    record OwnPermissions(
            boolean doNotContact,
            String phone,
            String voicemail,
            String email,
            @Nullable String sayAs) {
        static OwnPermissions of(Permissions from) {
            return new OwnPermissions(
                    from.doNotContact(),
                    from.phone().word(),
                    from.voicemail().word(),
                    from.email().word(),
                    from.sayAs());
        }
    }

    @GetMapping
    @Transactional
    public OwnPermissions own(Caller caller) {
        UUID person = own.of(caller);
        views.act(caller, "me.permissions-read", person);
        return OwnPermissions.of(inForce(person));
    }

    @PostMapping
    @Transactional
    public OwnPermissions set(Caller caller, @RequestBody OwnPermissions wanted) {
        UUID person = own.of(caller);
        Permissions permissions = new Permissions(
                wanted.doNotContact,
                permission(wanted.phone),
                permission(wanted.voicemail),
                permission(wanted.email),
                FreeText.name(wanted.sayAs));
        Held held = holdPerson.now(person);
        ActDone done = new ActDone(
                ids.next(), caller.accountId(), clock.instant(), new Act.PermissionsTold(permissions), false);
        acts.add(done, person, held.key(), held.newVersion());
        views.act(caller, "person.permissions-set", person);
        evaluations.evaluate(List.of(person));
        return OwnPermissions.of(permissions);
    }

    private Permissions inForce(UUID person) {
        Map<UUID, List<ActDone>> done = acts.ofEach(List.of(person));
        return InForce.of(done.getOrDefault(person, List.of())).permissions();
    }

    private static Permission permission(@Nullable String word) {
        return Permission.of(String.valueOf(word))
                .orElseThrow(() -> new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "unknown-permission",
                        "Say allowed, refused or not-asked for each channel"));
    }
}
