/** Acuity Scheduling's REST interface, from Acuity's documents. */
@NullMarked
package hotleads.simulators.acuity;

import org.jspecify.annotations.NullMarked;
