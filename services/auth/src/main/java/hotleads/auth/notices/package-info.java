/** Mails that tell people what was done to their accounts. Uses accounts and trail. */
@NullMarked
package hotleads.auth.notices;

import org.jspecify.annotations.NullMarked;
