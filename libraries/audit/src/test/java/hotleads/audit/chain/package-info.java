/** The check of a chain, against everything that could be done to one. */
@NullMarked
package hotleads.audit.chain;

import org.jspecify.annotations.NullMarked;
