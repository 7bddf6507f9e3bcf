/** How many tries are taken before the answer is wait. Uses sealing. */
@NullMarked
package hotleads.auth.throttle;

import org.jspecify.annotations.NullMarked;
