/** Whether Acuity still tells us by itself, and the hooks we make there so that it does. Uses connections. */
@NullMarked
package hotleads.core.hooks;

import org.jspecify.annotations.NullMarked;
