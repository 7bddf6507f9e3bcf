/** The made-up practice: its clients, practitioners and bookings, seen by every vendor. */
@NullMarked
package hotleads.simulators.practice;

import org.jspecify.annotations.NullMarked;
