/**
 * The care lane: what a practitioner should answer because of how a client says they are, or because they asked. It has
 * no score and touches nothing that the list is made of. Uses mood, people, observations, own clients, staff, hours and
 * digest.
 */
@NullMarked
package hotleads.core.care;

import org.jspecify.annotations.NullMarked;
