@NullMarked
package hotleads.platform.settings;

import org.jspecify.annotations.NullMarked;
