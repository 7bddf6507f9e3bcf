/** Failures as problem JSON (RFC 9457): a stable code, a title, a request id, and never a person's data. */
@NullMarked
package hotleads.platform.problem;

import org.jspecify.annotations.NullMarked;
