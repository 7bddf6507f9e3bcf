/** The cookies a browser holds, and the internal token auth gives for it. */
@NullMarked
package hotleads.gateway.browsersession;

import org.jspecify.annotations.NullMarked;
