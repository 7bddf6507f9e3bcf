/** Every step of signing in, taken by the right person and by others. */
@NullMarked
package hotleads.auth.signin;

import org.jspecify.annotations.NullMarked;
