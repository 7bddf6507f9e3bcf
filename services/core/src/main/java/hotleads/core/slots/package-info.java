/**
 * Times that can be offered to a person now, each with why it fits. Uses calendars, connections, hours, observations,
 * openings, practice and leads.
 */
@NullMarked
package hotleads.core.slots;

import org.jspecify.annotations.NullMarked;
