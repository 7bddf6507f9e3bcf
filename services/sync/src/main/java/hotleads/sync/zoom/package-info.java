/** Zoom's token endpoint and its reports of past meetings. */
@NullMarked
package hotleads.sync.zoom;

import org.jspecify.annotations.NullMarked;
