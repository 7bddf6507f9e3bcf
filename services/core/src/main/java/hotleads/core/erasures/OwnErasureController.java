package hotleads.core.erasures;

import hotleads.core.acts.Acts;
import hotleads.core.ownclients.OwnRecord;
import hotleads.core.time.PracticeClock;
import hotleads.platform.endpoint.Caller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Clients ask that their record be erased, and take it back; two administrators decide, as for anybody. */
@RestController
class OwnErasureController {
    private static final String SUBJECT = "person";

    private final OwnRecord own;
    private final OwnWishes wishes;
    private final Acts acts;
    private final PracticeClock clock;

    OwnErasureController(OwnRecord own, OwnWishes wishes, Acts acts, PracticeClock clock) {
        this.own = own;
        this.wishes = wishes;
        this.acts = acts;
        this.clock = clock;
    }

    /** @param askedAt null when they did not */
    record OwnErasure(@Nullable Instant askedAt) {}

    @GetMapping(path = "/api/me/erasure", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public OwnErasure asked(Caller caller) {
        UUID person = own.of(caller);
        acts.byPerson(caller, "me.erasure-viewed", SUBJECT, person.toString());
        return new OwnErasure(wishes.of(List.of(person)).orElse(null));
    }

    @PostMapping("/api/me/erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void ask(Caller caller) {
        UUID person = own.of(caller);
        wishes.add(person, clock.instant());
        acts.byPerson(caller, "me.erasure-asked", SUBJECT, person.toString());
    }

    @PostMapping("/api/me/erasure/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void withdraw(Caller caller) {
        UUID person = own.of(caller);
        wishes.remove(List.of(person));
        acts.byPerson(caller, "me.erasure-withdrawn", SUBJECT, person.toString());
    }
}
