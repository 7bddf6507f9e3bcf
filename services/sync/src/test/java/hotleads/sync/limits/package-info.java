/** Tests of limits. */
@NullMarked
package hotleads.sync.limits;

import org.jspecify.annotations.NullMarked;
