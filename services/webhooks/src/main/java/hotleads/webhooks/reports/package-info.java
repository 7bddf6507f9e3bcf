/** Tells core's audit trail what happened here: refusals of strangers, one entry a source and minute. */
@NullMarked
package hotleads.webhooks.reports;

import org.jspecify.annotations.NullMarked;
