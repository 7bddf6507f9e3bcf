/** What arrived from providers and what became of it; handling it again. Uses connections, observations and leads. */
@NullMarked
package hotleads.core.events;

import org.jspecify.annotations.NullMarked;
