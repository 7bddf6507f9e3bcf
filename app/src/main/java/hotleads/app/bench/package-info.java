/** Takes the figures the project is held to, each against a limit or an aim measured or named beside it. */
@NullMarked
package hotleads.app.bench;

import org.jspecify.annotations.NullMarked;
