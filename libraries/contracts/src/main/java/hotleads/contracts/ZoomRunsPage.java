package hotleads.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of runs.
 *
 * @param nextPageToken null on the last page
 * @param unreadable rows without something we need
 */
public record ZoomRunsPage(List<ZoomRun> runs, @Nullable String nextPageToken, int unreadable) {}
