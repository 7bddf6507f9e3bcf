/** The practice's clock. */
@NullMarked
package hotleads.core.time;

import org.jspecify.annotations.NullMarked;
