/** Who is signed in, and how far. Uses accounts, known browsers and trail. */
@NullMarked
package hotleads.auth.sessions;

import org.jspecify.annotations.NullMarked;
