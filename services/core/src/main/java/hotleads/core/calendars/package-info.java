/**
 * Practitioners' calendars: what Google knows of them, our own events there, and the screen over both. Uses hours,
 * sources, observations, outbox, staff and people.
 */
@NullMarked
package hotleads.core.calendars;

import org.jspecify.annotations.NullMarked;
