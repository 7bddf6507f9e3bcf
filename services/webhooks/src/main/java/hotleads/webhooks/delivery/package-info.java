/** Hands deliveries to core in batches, one commit each, and says of each whether core has it. */
@NullMarked
package hotleads.webhooks.delivery;

import org.jspecify.annotations.NullMarked;
