@NullMarked
package hotleads.platform.traces;

import org.jspecify.annotations.NullMarked;
