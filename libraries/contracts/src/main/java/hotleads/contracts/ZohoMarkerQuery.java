package hotleads.contracts;

import java.time.Instant;

/**
 * Whether something of ours arrived.
 *
 * @param kind {@code note} or {@code task}
 * @param module {@code Leads} or {@code Contacts}
 * @param since when it was decided: what is older is not looked at
 */
public record ZohoMarkerQuery(String kind, String module, long about, String marker, Instant since) {}
