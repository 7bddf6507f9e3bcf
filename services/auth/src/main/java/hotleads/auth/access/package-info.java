/** Who may sign in and as what, changed by administrators. Uses accounts, invites, notices, sessions and trail. */
@NullMarked
package hotleads.auth.access;

import org.jspecify.annotations.NullMarked;
