/** How long a session lives, and what ends it. */
@NullMarked
package hotleads.auth.sessions;

import org.jspecify.annotations.NullMarked;
