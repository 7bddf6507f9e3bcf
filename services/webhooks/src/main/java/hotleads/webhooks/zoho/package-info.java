/** Zoho's notifications: without a signature, known by the token we gave with their channel. */
@NullMarked
package hotleads.webhooks.zoho;

import org.jspecify.annotations.NullMarked;
