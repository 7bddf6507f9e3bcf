/** Browsers of tests that want many, kept in memory. */
@NullMarked
package hotleads.auth.knownbrowsers;

import org.jspecify.annotations.NullMarked;
