/** Zoho CRM as its documents describe it: leads, contacts, tasks, notes, who changed what, and what goes wrong. */
@NullMarked
package hotleads.simulators.zoho;

import org.jspecify.annotations.NullMarked;
