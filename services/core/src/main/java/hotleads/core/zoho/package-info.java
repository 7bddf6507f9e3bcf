/** Fetching from Zoho on a schedule and at a hint, comparing by night, and writing notes and tasks there. */
@NullMarked
package hotleads.core.zoho;

import org.jspecify.annotations.NullMarked;
