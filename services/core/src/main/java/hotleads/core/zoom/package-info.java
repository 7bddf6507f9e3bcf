/** Fetches from Zoom, for each session that ended, which runs there were and who was in them. */
@NullMarked
package hotleads.core.zoom;

import org.jspecify.annotations.NullMarked;
