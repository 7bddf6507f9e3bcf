/** Takes providers' deliveries and vouches for their signature; stores nothing. */
@NullMarked
package hotleads.webhooks;

import org.jspecify.annotations.NullMarked;
