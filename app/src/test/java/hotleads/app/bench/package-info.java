/** Tests of the arithmetic behind the figures. */
@NullMarked
package hotleads.app.bench;

import org.jspecify.annotations.NullMarked;
