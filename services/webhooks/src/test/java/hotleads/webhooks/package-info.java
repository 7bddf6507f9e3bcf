/** Tests of the whole program. */
@NullMarked
package hotleads.webhooks;

import org.jspecify.annotations.NullMarked;
