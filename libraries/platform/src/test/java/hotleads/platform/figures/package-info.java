@NullMarked
package hotleads.platform.figures;

import org.jspecify.annotations.NullMarked;
