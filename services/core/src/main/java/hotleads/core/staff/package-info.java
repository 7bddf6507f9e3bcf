/** Which accounts are staff, as auth knows them. */
@NullMarked
package hotleads.core.staff;

import org.jspecify.annotations.NullMarked;
