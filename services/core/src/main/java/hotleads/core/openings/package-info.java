/** The hour somebody usually comes at, and whether it has come free again. Uses hours and observations. */
@NullMarked
package hotleads.core.openings;

import org.jspecify.annotations.NullMarked;
