package hotleads.app.accounts;

/**
 * Someone to invite.
 *
 * @param role {@code admin}, {@code practitioner} or {@code client}
 */
public record NewAccount(String email, String displayName, String role) {}
