/** Child processes: started apart from the terminal, started again when they die, stopped in order, never orphaned. */
@NullMarked
package hotleads.app.processes;

import org.jspecify.annotations.NullMarked;
