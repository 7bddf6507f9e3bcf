/** Tests of what only the demo has. */
@NullMarked
package hotleads.app.demo;

import org.jspecify.annotations.NullMarked;
