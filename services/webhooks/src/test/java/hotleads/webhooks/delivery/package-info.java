/** Tests of delivery. */
@NullMarked
package hotleads.webhooks.delivery;

import org.jspecify.annotations.NullMarked;
