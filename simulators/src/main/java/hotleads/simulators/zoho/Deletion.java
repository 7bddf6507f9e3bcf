package hotleads.simulators.zoho;

import java.time.Instant;

/** What Zoho still tells of a record that was deleted. */
record Deletion(long id, String module, String displayName, String type, Instant at) {}
