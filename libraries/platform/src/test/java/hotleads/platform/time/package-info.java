/** Time in a test's hands. */
@NullMarked
package hotleads.platform.time;

import org.jspecify.annotations.NullMarked;
