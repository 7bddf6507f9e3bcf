/** Making anew, while everything runs, what follows from observations and acts. */
@NullMarked
package hotleads.core.rebuilds;

import org.jspecify.annotations.NullMarked;
