/** What providers answered about a record, and the bookings that follow from it and from nothing else. */
@NullMarked
package hotleads.core.observations;

import org.jspecify.annotations.NullMarked;
