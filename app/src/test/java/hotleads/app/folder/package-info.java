/** Tests of the data folder. */
@NullMarked
package hotleads.app.folder;

import org.jspecify.annotations.NullMarked;
