/** Takes providers' deliveries and vouches for their signature. */
@NullMarked
package hotleads.webhooks;

import org.jspecify.annotations.NullMarked;
