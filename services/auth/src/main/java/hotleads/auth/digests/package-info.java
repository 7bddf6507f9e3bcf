/** Takes the counts of a day from core and has them mailed. Uses accounts, notices, resets and trail. */
@NullMarked
package hotleads.auth.digests;

import org.jspecify.annotations.NullMarked;
