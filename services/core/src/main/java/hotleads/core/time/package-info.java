/** The practice's clock, and what lies ahead of it. */
@NullMarked
package hotleads.core.time;

import org.jspecify.annotations.NullMarked;
