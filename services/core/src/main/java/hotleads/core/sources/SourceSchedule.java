package hotleads.core.sources;

/**
 * The tasks that fetch a source regularly, as a bean of whoever schedules it.
 *
 * @param task its name at the scheduler
 * @param sweep the one that compares all there is
 */
public record SourceSchedule(Source source, String task, String sweep) {}
