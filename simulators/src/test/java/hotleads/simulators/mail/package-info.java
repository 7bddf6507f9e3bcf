/** The mail server that delivers to nobody. */
@NullMarked
package hotleads.simulators.mail;

import org.jspecify.annotations.NullMarked;
