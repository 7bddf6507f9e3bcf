/** What the practice decides. */
@NullMarked
package hotleads.core.practice;

import org.jspecify.annotations.NullMarked;
