/**
 * Passkeys (WebAuthn Level 3): what browsers are asked, and whether they answered right. Uses accounts, known browsers
 * and secondfactor.
 */
@NullMarked
package hotleads.auth.passkeys;

import org.jspecify.annotations.NullMarked;
