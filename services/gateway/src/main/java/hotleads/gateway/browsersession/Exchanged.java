package hotleads.gateway.browsersession;

/** What auth says to a session that asks for a token. */
public sealed interface Exchanged {
    /** The person's token for one service. */
    record UserToken(String value) implements Exchanged {}

    /** There is no such session, or not with both factors. */
    record SignedOut() implements Exchanged {}

    /** Auth could not be asked: nothing is known about the session. */
    record AuthAway() implements Exchanged {}
}
