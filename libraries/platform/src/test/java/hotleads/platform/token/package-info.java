/** What the strict gate lets through, and what it refuses; and forged tokens for every service's tests. */
@NullMarked
package hotleads.platform.token;

import org.jspecify.annotations.NullMarked;
