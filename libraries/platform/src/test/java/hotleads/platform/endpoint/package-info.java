/** Compares what a service serves with its table of endpoints, and tries every kind of token on each. */
@NullMarked
package hotleads.platform.endpoint;

import org.jspecify.annotations.NullMarked;
