/** Tests of acuity. */
@NullMarked
package hotleads.sync.acuity;

import org.jspecify.annotations.NullMarked;
