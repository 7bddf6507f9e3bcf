/** Tests of all modules together: they stand here because this module is built last and ships with every other. */
@NullMarked
package hotleads.app.architecture;

import org.jspecify.annotations.NullMarked;
