/** The chance that a session is missed, as a card of points, learned from a practice's own sessions. */
@NullMarked
package hotleads.scorecard;

import org.jspecify.annotations.NullMarked;
