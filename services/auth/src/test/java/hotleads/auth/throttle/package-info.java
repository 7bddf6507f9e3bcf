/** What is counted, and when it is forgotten. */
@NullMarked
package hotleads.auth.throttle;

import org.jspecify.annotations.NullMarked;
