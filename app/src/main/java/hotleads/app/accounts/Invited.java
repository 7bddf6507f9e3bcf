package hotleads.app.accounts;

/** How auth took an order to invite. */
public sealed interface Invited {
    /** A one-time link and the token in it. */
    record Waiting(String token, String link) implements Invited {}

    /** There is an account of that address already. */
    record HasAccount() implements Invited {}
}
