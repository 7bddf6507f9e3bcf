/** Tests of the whole program. */
@NullMarked
package hotleads.sync;

import org.jspecify.annotations.NullMarked;
