/** Who has an account, found by e-mail without the e-mail being readable. Uses sealing and trail. */
@NullMarked
package hotleads.auth.accounts;

import org.jspecify.annotations.NullMarked;
