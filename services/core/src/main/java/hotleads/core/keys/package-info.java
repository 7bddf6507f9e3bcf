/** The practice's keys as admins see them: which are in force, and how a new one takes another's place. */
@NullMarked
package hotleads.core.keys;

import org.jspecify.annotations.NullMarked;
