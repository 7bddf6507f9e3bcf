/** A pretend phone: keeps second-factor keys and shows their codes. */
@NullMarked
package hotleads.simulators.codes;

import org.jspecify.annotations.NullMarked;
