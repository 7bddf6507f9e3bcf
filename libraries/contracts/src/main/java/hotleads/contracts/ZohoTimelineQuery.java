package hotleads.contracts;

/** Who moved a lead from where to where. */
public record ZohoTimelineQuery(long lead) {}
