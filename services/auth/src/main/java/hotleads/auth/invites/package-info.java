/** The only way to get an account. Uses accounts, notices, passwords, sessions and trail. */
@NullMarked
package hotleads.auth.invites;

import org.jspecify.annotations.NullMarked;
