/** Tests of how everything is put together. */
@NullMarked
package hotleads.app;

import org.jspecify.annotations.NullMarked;
