package hotleads.app.demo;

import hotleads.app.accounts.Gateway;
import hotleads.app.accounts.Invited;
import hotleads.app.accounts.Invites;
import hotleads.app.accounts.NewAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The made-up people who can sign in to the demo; each sets up the second factor at the first sign-in. */
public final class DemoAccounts {
    /** Everybody, in the order they are shown. */
    public static final List<NewAccount> ALL = List.of(
            new NewAccount("tony@demo.test", "Tony Demo", "admin"),
            new NewAccount("rob@demo.test", "Rob Demo", "admin"),
            new NewAccount("practitioner@demo.test", "Dana Demo", "practitioner"),
            new NewAccount("client@demo.test", "Kim Demo", "client"));

    /** The made-up practitioners' addresses at Google and Zoom, by their calendars at Acuity. */
    public static final Map<Long, String> ADDRESSES = Map.of(
            4_038_201L, "wren@example.org",
            4_038_202L, "otis@example.org",
            4_038_203L, "pilar@example.org",
            4_038_204L, "jonas@example.org");

    private DemoAccounts() {}

    /** Makes the missing ones, so that a start broken off in the middle is completed by the next. */
    public static void makeMissing(Invites invites, Gateway gateway, String password, DemoPractice practice) {
        ALL.forEach(account -> makeUnlessThere(invites, gateway, password, tied(account, practice)));
        practice.others().forEach(calendar -> makeUnlessThere(invites, gateway, password, colleague(calendar)));
    }

    /** The first administrator alone, with nothing that only a later version's auth knows. */
    public static void makeFirst(Invites invites, Gateway gateway, String password) {
        makeUnlessThere(invites, gateway, password, ALL.getFirst());
    }

    private static void makeUnlessThere(Invites invites, Gateway gateway, String password, NewAccount account) {
        switch (invites.invite(account)) {
            case Invited.Waiting(String token, String link) -> {
                gateway.accept(token, password);
                place(invites, account);
            }
            // What somebody changed of it since stays changed.
            case Invited.HasAccount() -> {}
        }
    }

    /** One whose calendars are read too, as they would be in any practice. */
    private static NewAccount colleague(long calendar) {
        return new NewAccount("practitioner-" + calendar + "@demo.test", "Practitioner " + calendar, "practitioner")
                .in(List.of(calendar));
    }

    private static void place(Invites invites, NewAccount account) {
        account.acuityCalendars().stream()
                .flatMap(calendar -> Optional.ofNullable(ADDRESSES.get(calendar)).stream())
                .findFirst()
                .ifPresent(address -> invites.place(account.email(), account.acuityCalendars(), address));
    }

    private static NewAccount tied(NewAccount account, DemoPractice practice) {
        return switch (account.role()) {
            case "practitioner" -> account.in(practice.calendars());
            case "client" -> account.about(practice.client());
            default -> account;
        };
    }
}
