@NullMarked
package hotleads.platform.log;

import org.jspecify.annotations.NullMarked;
