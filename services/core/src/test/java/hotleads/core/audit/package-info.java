/** Tests of audit. */
@NullMarked
package hotleads.core.audit;

import org.jspecify.annotations.NullMarked;
