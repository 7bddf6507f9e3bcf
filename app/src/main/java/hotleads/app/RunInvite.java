package hotleads.app;

import com.nimbusds.jose.jwk.ECKey;
import hotleads.app.accounts.Invited;
import hotleads.app.console.Refusal;
import hotleads.app.keys.ServiceKeys;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lets the first administrator in where the programs run without a launcher: it asks auth, and touches no data and no
 * database.
 */
final class RunInvite {
    /** A setting, and what a person has to put there. */
    private record Need<T>(String name, String what, Function<String, Optional<T>> read) {
        /** What is wrong with it, if anything. */
        Optional<String> missingIn(GivenSettings given) {
            Optional<String> value = given.get(name);
            if (value.isEmpty()) {
                return Optional.of(name + ": " + what);
            }
            // Never what it does hold: that could be another secret.
            return value.flatMap(read).isPresent() ? Optional.empty() : Optional.of(name + ": does not hold " + what);
        }

        T in(GivenSettings given) {
            return given.get(name).flatMap(read).orElseThrow();
        }
    }

    private static final Need<URI> AUTH = new Need<>(
            "HOTLEADS_AUTH_URL",
            "the address at which programs reach auth, such as http://auth:8101",
            RunInvite::address);
    private static final Need<ECKey> KEY = new Need<>(
            "HOTLEADS_SERVICE_KEY", "the launcher's key, all of service-launcher.jwk", ServiceKeys::launcherIn);

    private final Surroundings surroundings;
    private final GivenSettings given;
    private final Optional<String> email;

    RunInvite(Options options, Surroundings surroundings) {
        this.surroundings = surroundings;
        this.given = new GivenSettings(surroundings.environment());
        this.email = FirstAdmin.named(options, given);
    }

    void run() {
        refuseUnlessComplete();
        FirstAdmin firstAdmin = new FirstAdmin(AUTH.in(given), KEY.in(given), surroundings.clock());
        if (firstAdmin.isThere()) {
            surroundings
                    .console()
                    .say("An administrator is there already, so nobody was invited."
                            + " Administrators invite everybody else, on the page Access.");
            return;
        }
        switch (firstAdmin.invite(email.orElseThrow())) {
            case Invited.Waiting invited -> surroundings.console().say(FirstAdmin.told(invited));
            case Invited.HasAccount() -> throw new Refusal(FirstAdmin.HAS_OTHER_ACCOUNT);
        }
    }

    private void refuseUnlessComplete() {
        List<String> wrong = new ArrayList<>();
        AUTH.missingIn(given).ifPresent(wrong::add);
        KEY.missingIn(given).ifPresent(wrong::add);
        if (email.isEmpty()) {
            wrong.add(FirstAdmin.NEEDED);
        }
        if (!wrong.isEmpty()) {
            throw new Refusal("invite cannot start yet:\n  - " + String.join("\n  - ", wrong)
                    + "\nEach setting may also be given as NAME_FILE, a file that holds it.");
        }
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text))
                    .filter(address -> address.getHost() != null)
                    .filter(address -> List.of("http", "https").contains(address.getScheme()));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
