/** Settings from the environment: secrets, files, and a start-up that names everything that is missing at once. */
@NullMarked
package hotleads.platform.settings;

import org.jspecify.annotations.NullMarked;
