/** What people did about a person, as stored: outcomes and the other acts, and which of them hold. Uses leads.rules. */
@NullMarked
package hotleads.core.triage;

import org.jspecify.annotations.NullMarked;
