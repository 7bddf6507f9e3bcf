/** The request id that a call keeps over all programs. */
@NullMarked
package hotleads.platform.request;

import org.jspecify.annotations.NullMarked;
