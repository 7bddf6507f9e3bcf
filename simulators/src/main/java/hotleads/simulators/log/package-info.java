/** Log lines as JSON, without anybody's data. */
@NullMarked
package hotleads.simulators.log;

import org.jspecify.annotations.NullMarked;
