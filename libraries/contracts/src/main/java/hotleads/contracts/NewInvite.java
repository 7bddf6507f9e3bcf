package hotleads.contracts;

/**
 * An order to auth to invite someone.
 *
 * @param role {@code admin}, {@code practitioner} or {@code client}; fixed in the invite
 */
public record NewInvite(String email, String displayName, String role) {}
