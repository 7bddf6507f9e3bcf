/** Real time, practice time and waiting, each replaceable in a test. */
@NullMarked
package hotleads.simulators.time;

import org.jspecify.annotations.NullMarked;
