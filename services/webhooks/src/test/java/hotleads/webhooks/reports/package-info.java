/** Tests of reports. */
@NullMarked
package hotleads.webhooks.reports;

import org.jspecify.annotations.NullMarked;
