package hotleads.contracts;

/**
 * What an account is to the practice.
 *
 * @param role {@code admin}, {@code practitioner} or {@code client}
 */
public record AccountRole(String role) {}
