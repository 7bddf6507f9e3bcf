package hotleads.contracts;

import java.time.LocalDate;

/**
 * Core's order to sync: read every appointment, cancelled ones too, whose date lies in the window; both ends belong to
 * it.
 */
public record WindowQuery(LocalDate from, LocalDate to) {}
