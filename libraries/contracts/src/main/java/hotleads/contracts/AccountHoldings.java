package hotleads.contracts;

/**
 * What auth holds of some people, in numbers.
 *
 * @param invites that wait to be accepted
 */
public record AccountHoldings(int accounts, int sessions, int factors, int invites) {}
