/** What is sent to CloudWatch, without it. */
@NullMarked
package hotleads.audit.shipping;

import org.jspecify.annotations.NullMarked;
