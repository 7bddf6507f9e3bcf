/**
 * What is past its time goes: by the years the practice decided, in small steps, from where it came, so that nothing
 * derived from it comes back. Uses keeping, leads, connections, acts and time.
 */
@NullMarked
package hotleads.core.retention;

import org.jspecify.annotations.NullMarked;
