/** The table of a service's endpoints, and the security that is built from it and from nothing else. */
@NullMarked
package hotleads.platform.endpoint;

import org.jspecify.annotations.NullMarked;
