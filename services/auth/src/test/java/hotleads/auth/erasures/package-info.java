@NullMarked
package hotleads.auth.erasures;

import org.jspecify.annotations.NullMarked;
