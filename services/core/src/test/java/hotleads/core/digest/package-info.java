/** The daily digest. */
@NullMarked
package hotleads.core.digest;

import org.jspecify.annotations.NullMarked;
