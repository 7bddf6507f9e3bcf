/** Codes and recovery codes as such. */
@NullMarked
package hotleads.auth.secondfactor;

import org.jspecify.annotations.NullMarked;
