/**
 * How people say they are. Seen by themselves, their practitioner, and administrators by a click that is recorded; the
 * list ({@code leads}) never sees it. Uses people, the vault, acts and own clients.
 */
@NullMarked
package hotleads.core.mood;

import org.jspecify.annotations.NullMarked;
