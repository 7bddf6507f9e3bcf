/** Internal tokens: getting them from auth, and refusing every one that was not made for us. */
@NullMarked
package hotleads.platform.token;

import org.jspecify.annotations.NullMarked;
