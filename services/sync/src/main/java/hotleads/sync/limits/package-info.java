/** What providers allow us in a second and at once, kept before they have to say no. */
@NullMarked
package hotleads.sync.limits;

import org.jspecify.annotations.NullMarked;
