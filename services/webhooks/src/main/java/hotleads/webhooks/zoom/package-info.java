/** Zoom's hooks: the signature over time and raw bytes, and the challenge. Uses delivery. */
@NullMarked
package hotleads.webhooks.zoom;

import org.jspecify.annotations.NullMarked;
