/** Tables for people to take away, which a spreadsheet may open without harm. Uses nothing. */
@NullMarked
package hotleads.core.tables;

import org.jspecify.annotations.NullMarked;
