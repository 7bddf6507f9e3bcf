/** Who may sign in and as what, and how administrators change it. */
@NullMarked
package hotleads.auth.access;

import org.jspecify.annotations.NullMarked;
