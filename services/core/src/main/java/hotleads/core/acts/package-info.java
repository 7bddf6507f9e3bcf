/** Acts that programs without a database report for the audit trail. */
@NullMarked
package hotleads.core.acts;

import org.jspecify.annotations.NullMarked;
