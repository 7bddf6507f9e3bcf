/** One careful HTTP call at a provider: known hosts only, bounded in time and size, no redirects. */
@NullMarked
package hotleads.sync.http;

import org.jspecify.annotations.NullMarked;
