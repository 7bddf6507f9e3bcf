/** What goes wrong at the vendor, switched on and off by a person or a test. */
@NullMarked
package hotleads.simulators.faults;

import org.jspecify.annotations.NullMarked;
