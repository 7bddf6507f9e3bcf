/** The tokens services take, and the keys that sign them. Uses sealing, sessions and trail. */
@NullMarked
package hotleads.auth.tokens;

import org.jspecify.annotations.NullMarked;
