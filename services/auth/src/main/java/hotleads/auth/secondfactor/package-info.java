/** Authenticator apps and recovery codes: what proves a second factor. Uses accounts and sealing. */
@NullMarked
package hotleads.auth.secondfactor;

import org.jspecify.annotations.NullMarked;
