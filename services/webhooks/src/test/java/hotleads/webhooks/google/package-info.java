/** Tests of google. */
@NullMarked
package hotleads.webhooks.google;

import org.jspecify.annotations.NullMarked;
