/** Tests of how children are kept, found again and stopped. */
@NullMarked
package hotleads.app.processes;

import org.jspecify.annotations.NullMarked;
