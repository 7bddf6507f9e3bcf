/** Tables for people to take away. */
@NullMarked
package hotleads.core.tables;

import org.jspecify.annotations.NullMarked;
