/**
 * Erasing a person: the plan, the two who decide, the act, and the ledger outside the database that outlives every
 * backup. Uses all that stores something about people.
 */
@NullMarked
package hotleads.core.erasures;

import org.jspecify.annotations.NullMarked;
