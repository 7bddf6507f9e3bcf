/** Google Calendar and its tokens as the contract sheet has them, for the made-up practice's own calendars. */
@NullMarked
package hotleads.simulators.google;

import org.jspecify.annotations.NullMarked;
