/** Acuity's hooks: the signature over the raw bytes, and the two fields worth reading. Uses delivery. */
@NullMarked
package hotleads.webhooks.acuity;

import org.jspecify.annotations.NullMarked;
