/** Mails that tell people what was done to their accounts, and how much waits for them. Uses accounts and trail. */
@NullMarked
package hotleads.auth.notices;

import org.jspecify.annotations.NullMarked;
