/** What opens accounts at providers, sealed so that core can keep it and not read it. */
@NullMarked
package hotleads.sync.accounts;

import org.jspecify.annotations.NullMarked;
