@NullMarked
package hotleads.platform.health;

import org.jspecify.annotations.NullMarked;
