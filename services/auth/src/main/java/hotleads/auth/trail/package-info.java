/** What is recorded of every act, in the transaction of the act. Uses sealing. */
@NullMarked
package hotleads.auth.trail;

import org.jspecify.annotations.NullMarked;
