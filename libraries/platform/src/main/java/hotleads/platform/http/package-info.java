/** The HTTP client with which our programs call each other. */
@NullMarked
package hotleads.platform.http;

import org.jspecify.annotations.NullMarked;
