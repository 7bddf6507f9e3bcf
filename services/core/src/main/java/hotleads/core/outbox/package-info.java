/** What leaves the building: written with the decision, sent by a job, looked up before a second try. */
@NullMarked
package hotleads.core.outbox;

import org.jspecify.annotations.NullMarked;
