/**
 * The append-only log: who did what to which record, and how it ended. Entries hold ids; what describes a person is
 * sealed.
 */
@NullMarked
package hotleads.audit;

import org.jspecify.annotations.NullMarked;
