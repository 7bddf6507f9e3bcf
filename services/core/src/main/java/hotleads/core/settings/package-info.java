/** What the practice decides about itself, sealed and with a version. Uses vault. */
@NullMarked
package hotleads.core.settings;

import org.jspecify.annotations.NullMarked;
