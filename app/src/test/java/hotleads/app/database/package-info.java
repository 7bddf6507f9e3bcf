/** Tests on a real PostgreSQL. */
@NullMarked
package hotleads.app.database;

import org.jspecify.annotations.NullMarked;
