/** How passwords are judged and hashed. */
@NullMarked
package hotleads.auth.passwords;

import org.jspecify.annotations.NullMarked;
