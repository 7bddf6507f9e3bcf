/** Tests of backups. */
@NullMarked
package hotleads.app.backup;

import org.jspecify.annotations.NullMarked;
