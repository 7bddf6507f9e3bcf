/** Google's pushes: headers without a body, vouched for by a token that is checked without any state. */
@NullMarked
package hotleads.webhooks.google;

import org.jspecify.annotations.NullMarked;
