/**
 * How programs without a database report their acts to core's audit trail: counted by the minute, kept while core is
 * away, and sent again under the same ids until core has them.
 */
@NullMarked
package hotleads.platform.report;

import org.jspecify.annotations.NullMarked;
