package hotleads.app.demo;

import hotleads.app.accounts.Gateway;
import hotleads.app.accounts.Invited;
import hotleads.app.accounts.Invites;
import hotleads.app.accounts.NewAccount;
import java.util.List;

/** The made-up people who can sign in to the demo; each sets up the second factor at the first sign-in. */
public final class DemoAccounts {
    /** Everybody, in the order they are shown. */
    public static final List<NewAccount> ALL = List.of(
            new NewAccount("tony@demo.test", "Tony Demo", "admin"),
            new NewAccount("rob@demo.test", "Rob Demo", "admin"),
            new NewAccount("practitioner@demo.test", "Dana Demo", "practitioner"),
            new NewAccount("client@demo.test", "Kim Demo", "client"));

    private DemoAccounts() {}

    /** Makes the missing ones, so that a start broken off in the middle is completed by the next. */
    public static void makeMissing(Invites invites, Gateway gateway, String password) {
        for (NewAccount account : ALL) {
            switch (invites.invite(account)) {
                case Invited.Waiting(String token, String link) -> gateway.accept(token, password);
                case Invited.HasAccount() -> {}
            }
        }
    }
}
