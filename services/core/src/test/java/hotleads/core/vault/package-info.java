/** Tests of vault. */
@NullMarked
package hotleads.core.vault;

import org.jspecify.annotations.NullMarked;
