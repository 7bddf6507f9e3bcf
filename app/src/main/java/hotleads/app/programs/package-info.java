/** The programs we start: what each is told and nothing more, how it is run, and when it is ready. */
@NullMarked
package hotleads.app.programs;

import org.jspecify.annotations.NullMarked;
