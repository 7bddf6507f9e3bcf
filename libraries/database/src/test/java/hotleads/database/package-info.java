/** Tests of addresses; app's tests connect to a server by them. */
@NullMarked
package hotleads.database;

import org.jspecify.annotations.NullMarked;
