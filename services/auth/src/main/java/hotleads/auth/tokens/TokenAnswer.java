package hotleads.auth.tokens;

/** What becomes of the wish for a token. */
sealed interface TokenAnswer {
    record Issued(String token, long seconds) implements TokenAnswer {}

    record Refused(TokenError why) implements TokenAnswer {}
}
