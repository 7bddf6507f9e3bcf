/** Tests of the whole: real programs, a real database, real TLS. */
@NullMarked
package hotleads.app.system;

import org.jspecify.annotations.NullMarked;
