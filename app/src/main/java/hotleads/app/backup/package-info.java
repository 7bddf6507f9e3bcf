/** Backups: a snapshot of both schemas in one sealed file, and the way back from it. */
@NullMarked
package hotleads.app.backup;

import org.jspecify.annotations.NullMarked;
