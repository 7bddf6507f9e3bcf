/** What every answer of the edge carries: security headers, a request id, problem JSON, one line in the log. */
@NullMarked
package hotleads.gateway.answer;

import org.jspecify.annotations.NullMarked;
