/** Everything on one machine by one command: reads the command line and puts the parts of this module together. */
@NullMarked
package hotleads.app;

import org.jspecify.annotations.NullMarked;
