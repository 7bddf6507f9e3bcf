/** How a program ends while others still call it. */
@NullMarked
package hotleads.platform.ending;

import org.jspecify.annotations.NullMarked;
