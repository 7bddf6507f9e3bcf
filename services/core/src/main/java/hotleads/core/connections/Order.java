package hotleads.core.connections;

/**
 * A claimed order to look at an appointment again.
 *
 * @param asked how often hooks had asked when it was claimed; a later one stays open
 * @param done up to which of them had been answered
 */
record Order(long appointment, long asked, long done, int failures) {}
