/** Tests of inbox. */
@NullMarked
package hotleads.core.inbox;

import org.jspecify.annotations.NullMarked;
