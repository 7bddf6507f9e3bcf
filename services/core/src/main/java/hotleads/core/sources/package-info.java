/** Zoom, Zoho and Google alike: accounts, permits, runs, and how fresh each is. */
@NullMarked
package hotleads.core.sources;

import org.jspecify.annotations.NullMarked;
