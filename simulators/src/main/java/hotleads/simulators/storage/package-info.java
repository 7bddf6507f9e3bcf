/** Keeps the simulators' state in JSON files across a restart. */
@NullMarked
package hotleads.simulators.storage;

import org.jspecify.annotations.NullMarked;
