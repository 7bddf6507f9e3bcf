/** The list: facts gathered, rules asked, the answer stored, and the pages that read it. */
@NullMarked
package hotleads.core.leads;

import org.jspecify.annotations.NullMarked;
