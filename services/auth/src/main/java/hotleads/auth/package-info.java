/** Who someone is, and the tokens that say so. */
@NullMarked
package hotleads.auth;

import org.jspecify.annotations.NullMarked;
