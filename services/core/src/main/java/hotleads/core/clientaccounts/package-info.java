/** Accounts of clients, each about one person of ours; auth keeps them. Uses acts and people. */
@NullMarked
package hotleads.core.clientaccounts;

import org.jspecify.annotations.NullMarked;
