/** What single values of providers must be before core hears of them. */
@NullMarked
package hotleads.sync.values;

import org.jspecify.annotations.NullMarked;
