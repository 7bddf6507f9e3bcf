/** What the person at the terminal reads: progress, and refusals that say what to do. */
@NullMarked
package hotleads.app.console;

import org.jspecify.annotations.NullMarked;
