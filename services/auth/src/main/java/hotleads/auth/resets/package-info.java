/**
 * Taking away lost factors by two people, or by one with the printed card. Uses access, invites, notices and sessions.
 */
@NullMarked
package hotleads.auth.resets;

import org.jspecify.annotations.NullMarked;
