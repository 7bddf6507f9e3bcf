/** What lies in a bucket at S3 that lets nothing go before its time. */
@NullMarked
package hotleads.audit.locked;

import org.jspecify.annotations.NullMarked;
