/** The programs behind the edge and the one HTTP client that calls them. */
@NullMarked
package hotleads.gateway.upstream;

import org.jspecify.annotations.NullMarked;
