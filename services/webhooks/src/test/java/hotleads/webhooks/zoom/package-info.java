/** Tests of zoom. */
@NullMarked
package hotleads.webhooks.zoom;

import org.jspecify.annotations.NullMarked;
