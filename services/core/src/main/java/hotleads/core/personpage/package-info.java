/** One person's page: who they are to the practice, what happened in the order of time, and whether they came. */
@NullMarked
package hotleads.core.personpage;

import org.jspecify.annotations.NullMarked;
