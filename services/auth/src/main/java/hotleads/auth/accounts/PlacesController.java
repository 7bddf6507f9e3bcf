package hotleads.auth.accounts;

import hotleads.audit.Actor;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.ClientAddress;
import hotleads.auth.trail.Trail;
import hotleads.contracts.NewPlaces;
import hotleads.contracts.PractitionersPlaces;
import hotleads.platform.endpoint.Role;
import hotleads.platform.problem.Problem;
import hotleads.vault.Unopened;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tells core, which reads the providers, whose calendar and which meetings are a practitioner's. */
@RestController
class PlacesController {
    private static final int MOST_CALENDARS = 20;

    private final Accounts accounts;
    private final Trail trail;

    PlacesController(Accounts accounts, Trail trail) {
        this.accounts = accounts;
        this.trail = trail;
    }

    /**
     * Locked ones too: that they may not sign in takes no session out of their calendar. Of whose account does not open
     * the calendars alone are told, so that nobody takes their addresses for gone.
     */
    @GetMapping(path = "/internal/accounts/places", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public PractitionersPlaces places() {
        trail.done(
                Actor.service("core"),
                Act.PLACES_READ,
                new Trail.Subject("role", Role.PRACTITIONER.word()),
                ClientAddress.NONE);
        Unopened unopened = new Unopened();
        List<Account> opened = accounts.in(Role.PRACTITIONER, unopened);
        unopened.places().forEach(trail::unopened);
        return new PractitionersPlaces(
                opened.stream().map(PlacesController::of).toList(),
                accounts.calendarsOfPractitionersOtherThan(
                        opened.stream().map(Account::id).toList()));
    }

    /** For the launcher, which makes a made-up practice: an administrator changes them under Access. */
    @PostMapping("/internal/accounts/places")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void place(@RequestBody NewPlaces wanted, Principal program) {
        Account account = EmailAddress.parse(wanted.email())
                .flatMap(accounts::find)
                .filter(one -> one.role() == Role.PRACTITIONER)
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such practitioner"));
        if (wanted.acuityCalendars().size() > MOST_CALENDARS) {
            throw notUsable();
        }
        accounts.changePractice(
                account,
                new Practice(
                        wanted.acuityCalendars(), addressIn(wanted.googleAddress()), addressIn(wanted.zoomHost())));
        trail.done(Actor.service(program.getName()), Act.PRACTICE_CHANGED, account.asSubject(), ClientAddress.NONE);
    }

    private static @Nullable EmailAddress addressIn(String text) {
        return text.isBlank() ? null : EmailAddress.parse(text).orElseThrow(PlacesController::notUsable);
    }

    private static Problem notUsable() {
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT, "practice-not-usable", "A calendar or address cannot be used");
    }

    private static PractitionersPlaces.Places of(Account account) {
        Practice practice = account.practice();
        return new PractitionersPlaces.Places(
                account.id().value(),
                practice.acuityCalendars(),
                textOf(practice.googleAddress()),
                textOf(practice.zoomHost()));
    }

    private static @Nullable String textOf(@Nullable EmailAddress address) {
        return address == null ? null : address.value();
    }
}
