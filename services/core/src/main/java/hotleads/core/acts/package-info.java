/** What goes into the audit trail beside views of people: acts other programs report, and acts of jobs. */
@NullMarked
package hotleads.core.acts;

import org.jspecify.annotations.NullMarked;
