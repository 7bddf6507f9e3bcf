/** Looking for secrets in how long things take. */
@NullMarked
package hotleads.platform.timing;

import org.jspecify.annotations.NullMarked;
