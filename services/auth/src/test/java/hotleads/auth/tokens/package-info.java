/** Who gets which token, and how its keys come and go. */
@NullMarked
package hotleads.auth.tokens;

import org.jspecify.annotations.NullMarked;
