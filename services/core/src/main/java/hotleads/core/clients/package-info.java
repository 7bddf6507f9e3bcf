/**
 * A practitioner's own day and own clients, and nobody else's. Uses observations, attendance, people, triage, own
 * clients and digest.
 */
@NullMarked
package hotleads.core.clients;

import org.jspecify.annotations.NullMarked;
