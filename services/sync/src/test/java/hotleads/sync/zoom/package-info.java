@NullMarked
package hotleads.sync.zoom;

import org.jspecify.annotations.NullMarked;
