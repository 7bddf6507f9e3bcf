/** Acuity's webhooks: what is sent, how it is signed, and when it is tried again. */
@NullMarked
package hotleads.simulators.acuity.hooks;

import org.jspecify.annotations.NullMarked;
