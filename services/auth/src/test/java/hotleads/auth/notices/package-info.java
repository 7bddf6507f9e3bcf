/** Mails about what was done to accounts. */
@NullMarked
package hotleads.auth.notices;

import org.jspecify.annotations.NullMarked;
