/** What fuzz targets share: a short run with every test, and genuine things altered. */
@NullMarked
package hotleads.platform.fuzz;

import org.jspecify.annotations.NullMarked;
