package hotleads.app;

import com.nimbusds.jose.jwk.ECKey;
import hotleads.app.accounts.Invited;
import hotleads.app.accounts.Invites;
import hotleads.app.accounts.LauncherCalls;
import hotleads.app.accounts.NewAccount;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/** The first administrator, whom nobody is there to invite yet: the launcher does, and its word is a one-time link. */
final class FirstAdmin {
    /** Whom the link is for. */
    static final String SETTING = "HOTLEADS_FIRST_ADMIN";

    static final String NEEDED = "--first-admin EMAIL or " + SETTING + ": who gets the one-time link to sign in first";
    static final String HAS_OTHER_ACCOUNT =
            "The person named as first admin has an account that is no admin's: name another with --first-admin.";

    private static final String ROLE = "admin";

    private final Invites invites;

    FirstAdmin(URI auth, ECKey launcher, InstantSource clock) {
        this.invites = new Invites(auth, new LauncherCalls(auth, launcher, clock));
    }

    static Optional<String> named(Options options, GivenSettings given) {
        return options.firstAdmin().or(() -> given.get(SETTING));
    }

    /** Whether somebody is there who can invite everybody else. */
    boolean isThere() {
        return invites.adminExists();
    }

    Invited invite(String email) {
        return invites.invite(new NewAccount(email, nameIn(email), ROLE));
    }

    private static String nameIn(String email) {
        return email.split("@", 2)[0];
    }

    /** What the person reads who hands the link on. */
    static String told(Invited.Waiting invited) {
        return "The first admin opens this link once, and gives it to nobody: " + invited.link()
                + "\nHave a printer at hand: after the set-up the practice's break-glass card is shown, once.";
    }
}
