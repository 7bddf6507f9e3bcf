@NullMarked
package hotleads.deploy;

import org.jspecify.annotations.NullMarked;
