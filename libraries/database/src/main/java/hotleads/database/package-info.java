/** How PostgreSQL is reached: on this machine as it is, on another one only over TLS 1.3 and under its own name. */
@NullMarked
package hotleads.database;

import org.jspecify.annotations.NullMarked;
