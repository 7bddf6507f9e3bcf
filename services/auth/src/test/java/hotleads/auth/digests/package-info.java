/** Mails of how much waits. */
@NullMarked
package hotleads.auth.digests;

import org.jspecify.annotations.NullMarked;
