/**
 * What clients see of their own beside how they are: bookings, who has seen their record, how their pages look. Uses
 * observations, connections, own clients and acts.
 */
@NullMarked
package hotleads.core.portal;

import org.jspecify.annotations.NullMarked;
