/** Passkeys of tests that want many: kept in memory, and signed at no cost. */
@NullMarked
package hotleads.auth.passkeys;

import org.jspecify.annotations.NullMarked;
