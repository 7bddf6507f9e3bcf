/** A mail server that delivers to nobody: what is sent to it is read on a page. */
@NullMarked
package hotleads.simulators.mail;

import org.jspecify.annotations.NullMarked;
