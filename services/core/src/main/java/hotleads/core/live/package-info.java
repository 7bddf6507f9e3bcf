/** Telling open browsers that something changed; what changed they fetch themselves. */
@NullMarked
package hotleads.core.live;

import org.jspecify.annotations.NullMarked;
