/** What a line of the log holds: one JSON object, and of failures their kinds and places alone. */
@NullMarked
package hotleads.platform.log;

import org.jspecify.annotations.NullMarked;
