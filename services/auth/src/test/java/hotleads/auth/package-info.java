/** What auth promises as a whole, tried on the running service and a real PostgreSQL. */
@NullMarked
package hotleads.auth;

import org.jspecify.annotations.NullMarked;
