package hotleads.contracts;

import java.time.Instant;

/** A record that Zoho says is deleted; its name is dropped. */
public record ZohoDeletion(long id, Instant at) {}
