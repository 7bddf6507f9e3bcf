/**
 * Where the time of a request goes, program by program, told to a collector; nothing of it tells of a person, and
 * nothing of it is there where no collector is named.
 */
@NullMarked
package hotleads.platform.traces;

import org.jspecify.annotations.NullMarked;
