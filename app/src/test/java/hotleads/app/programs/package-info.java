/** Tests of what each program is told. */
@NullMarked
package hotleads.app.programs;

import org.jspecify.annotations.NullMarked;
