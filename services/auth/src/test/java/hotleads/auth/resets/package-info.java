/** Lost factors taken away by two people, or by one with the card. */
@NullMarked
package hotleads.auth.resets;

import org.jspecify.annotations.NullMarked;
