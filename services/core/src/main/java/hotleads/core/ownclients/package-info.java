/** Whose records somebody may know of: the one place in core that decides it. Uses observations, people and time. */
@NullMarked
package hotleads.core.ownclients;

import org.jspecify.annotations.NullMarked;
