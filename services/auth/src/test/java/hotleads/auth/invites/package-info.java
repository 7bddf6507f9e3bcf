/** What an invite is good for, and when it is over. */
@NullMarked
package hotleads.auth.invites;

import org.jspecify.annotations.NullMarked;
