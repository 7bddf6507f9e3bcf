package hotleads.auth.signin;

import hotleads.auth.accounts.EmailAddress;
import hotleads.auth.knownbrowsers.BrowserSecret;
import hotleads.auth.knownbrowsers.KnownBrowsers;
import hotleads.auth.sessions.Visit;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Whose guesses count together: all strangers' about an account, and those of each browser it knows by themselves. So a
 * stranger who uses up the tries locks out strangers, and not the one whose account it is.
 */
@Component
class Guessers {
    private final KnownBrowsers browsers;

    Guessers(KnownBrowsers browsers) {
        this.browsers = browsers;
    }

    Guesser of(EmailAddress email, Visit visit) {
        BrowserSecret browser = visit.browser();
        return browser != null && browsers.knows(browser, email)
                ? new Guesser(email.value() + " in " + HexFormat.of().formatHex(browser.hash()), false)
                : new Guesser(email.value(), true);
    }

    /**
     * @param subject what their tries are counted by
     * @param isStranger whether their network's tries count too
     */
    record Guesser(String subject, boolean isStranger) {
        @Override
        public String toString() {
            return "[guesser]";
        }
    }
}
