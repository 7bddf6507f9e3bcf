/** Providers as programs of their own: the simulators, and a line to them that a test can spoil. */
@NullMarked
package hotleads.sync.running;

import org.jspecify.annotations.NullMarked;
