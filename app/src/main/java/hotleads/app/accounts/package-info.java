/** The first accounts, made the way all are made: an invite by auth, then accepted through the gateway. */
@NullMarked
package hotleads.app.accounts;

import org.jspecify.annotations.NullMarked;
