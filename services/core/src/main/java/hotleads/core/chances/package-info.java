/**
 * Which sessions ahead are likelier than usual to be missed, so that somebody confirms them: by how long ahead they
 * were booked and how the person's earlier ones went, and by nothing else. Nothing of it is part of the list. Uses
 * observations, attendance, triage, people and digest.
 */
@NullMarked
package hotleads.core.chances;

import org.jspecify.annotations.NullMarked;
