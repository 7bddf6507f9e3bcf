/** Whether somebody came: from who was in which room, judged with its evidence, and never surer than that. */
@NullMarked
package hotleads.core.attendance;

import org.jspecify.annotations.NullMarked;
