/** Tests of single values. */
@NullMarked
package hotleads.sync.values;

import org.jspecify.annotations.NullMarked;
