/**
 * What proves a second factor: authenticator apps, recovery codes, and what passkeys have in common with them. Uses
 * accounts.
 */
@NullMarked
package hotleads.auth.secondfactor;

import org.jspecify.annotations.NullMarked;
