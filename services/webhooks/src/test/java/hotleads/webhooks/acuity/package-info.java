/** Tests of acuity. */
@NullMarked
package hotleads.webhooks.acuity;

import org.jspecify.annotations.NullMarked;
