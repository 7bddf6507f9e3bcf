/** Tests of who has an account. */
@NullMarked
package hotleads.auth.accounts;

import org.jspecify.annotations.NullMarked;
