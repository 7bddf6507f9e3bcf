/** PostgreSQL: our own on this machine or a given one, its roles, and the migrations the service jars carry. */
@NullMarked
package hotleads.app.database;

import org.jspecify.annotations.NullMarked;
