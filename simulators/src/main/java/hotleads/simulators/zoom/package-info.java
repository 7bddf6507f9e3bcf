/** A stand-in for Zoom: its token endpoint, its REST interface, its signed hooks, and who was where in its rooms. */
@NullMarked
package hotleads.simulators.zoom;

import org.jspecify.annotations.NullMarked;
