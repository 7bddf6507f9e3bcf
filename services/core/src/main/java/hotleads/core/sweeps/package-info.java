/** Comparing what we hold with what Acuity has, on schedule and on demand, and the reports of it. Uses connections. */
@NullMarked
package hotleads.core.sweeps;

import org.jspecify.annotations.NullMarked;
