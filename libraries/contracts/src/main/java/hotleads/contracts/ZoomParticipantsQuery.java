package hotleads.contracts;

import org.jspecify.annotations.Nullable;

/**
 * A page of who was in a run.
 *
 * @param withoutReports asks where plans without reports are served too
 */
public record ZoomParticipantsQuery(String uuid, @Nullable String pageToken, boolean withoutReports) {}
