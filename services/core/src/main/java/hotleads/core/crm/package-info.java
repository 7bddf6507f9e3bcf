/** What Zoho told of leads, contacts and tasks, and what follows from it and from nothing else. Uses leads.rules. */
@NullMarked
package hotleads.core.crm;

import org.jspecify.annotations.NullMarked;
