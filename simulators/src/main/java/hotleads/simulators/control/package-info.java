/** The pages and the JSON interface that make things happen at the vendors. */
@NullMarked
package hotleads.simulators.control;

import org.jspecify.annotations.NullMarked;
