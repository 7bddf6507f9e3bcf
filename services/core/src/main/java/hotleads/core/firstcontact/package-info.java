/**
 * How long enquiries wait until somebody answers them, told of each and as each administrator's own median. Uses
 * people, acts and time.
 */
@NullMarked
package hotleads.core.firstcontact;

import org.jspecify.annotations.NullMarked;
