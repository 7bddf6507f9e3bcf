/** The data folder: where everything lies, that it is ours, that nobody else uses it, that there is room. */
@NullMarked
package hotleads.app.folder;

import org.jspecify.annotations.NullMarked;
