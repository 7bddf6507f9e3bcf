package hotleads.auth.passkeys;

import hotleads.auth.accounts.Account;
import hotleads.auth.knownbrowsers.BrowserSecret;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the questions that browsers answer with a passkey. */
@Component
public class AskForPasskey {
    private final Challenges challenges;
    private final Passkeys passkeys;
    private final RelyingParty party;

    AskForPasskey(Challenges challenges, Passkeys passkeys, RelyingParty party) {
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.party = party;
    }

    public PasskeyRequest toSignIn(BrowserSecret browser) {
        return PasskeyRequest.of(challenges.make(Binding.ofBrowser(browser)), party);
    }

    public PasskeyRequest toProveAgain(UUID session) {
        return PasskeyRequest.of(challenges.make(Binding.ofSession(Purpose.AGAIN, session)), party);
    }

    public PasskeyCreation toMake(Account account, Purpose purpose, UUID session) {
        return PasskeyCreation.of(
                challenges.make(Binding.ofSession(purpose, session)),
                party,
                account,
                passkeys.handleOf(account),
                passkeys.of(account.id()));
    }
}
