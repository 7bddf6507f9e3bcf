package hotleads.auth.signin;

import hotleads.auth.accounts.Account;
import hotleads.auth.knownbrowsers.KnownBrowsers;
import hotleads.auth.sessions.SessionSecret;
import hotleads.auth.sessions.Stage;
import hotleads.auth.sessions.Visit;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.Trail;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What every way of signing in ends with. */
@Component
class Admission {
    private final KnownBrowsers browsers;
    private final Trail trail;

    Admission(KnownBrowsers browsers, Trail trail) {
        this.browsers = browsers;
        this.trail = trail;
    }

    /** @param secret of a session that is stored as signed in */
    Step<Stage> admit(Account account, SessionSecret secret, Visit visit) {
        trail.done(account.asActor(), Act.SIGNED_IN, account.asSubject(), visit.address());
        return new Step.Taken<>(
                Optional.of(secret), Optional.of(browsers.remember(account.id(), visit.browser())), Stage.SIGNED_IN);
    }
}
