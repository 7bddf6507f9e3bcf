/**
 * The chain over auth's trail: kept going here, read by core, which shows and checks both chains. Uses sealing, trail
 * and accounts.
 */
@NullMarked
package hotleads.auth.audit;

import org.jspecify.annotations.NullMarked;
