/** Which records are the same person: candidates side by side, what people decide of them, and how it is taken back. */
@NullMarked
package hotleads.core.matches;

import org.jspecify.annotations.NullMarked;
