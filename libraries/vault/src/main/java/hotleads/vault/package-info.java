/** Sealing of values under wrapped keys, and keyed digests to find them by: what lies on the disk reads as noise. */
@NullMarked
package hotleads.vault;

import org.jspecify.annotations.NullMarked;
