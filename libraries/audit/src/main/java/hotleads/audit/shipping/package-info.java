/** Sends a trail and its anchors to CloudWatch Logs: at least once, in order, resuming after whatever went wrong. */
@NullMarked
package hotleads.audit.shipping;

import org.jspecify.annotations.NullMarked;
