/** Accounts of people whom core erased: gone with all that signs in to them. Uses trail. */
@NullMarked
package hotleads.auth.erasures;

import org.jspecify.annotations.NullMarked;
