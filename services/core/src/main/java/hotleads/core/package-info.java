/** The practice's records and the list made of them. */
@NullMarked
package hotleads.core;

import org.jspecify.annotations.NullMarked;
