/** What every service needs, and no word of the business. */
@NullMarked
package hotleads.platform;

import org.jspecify.annotations.NullMarked;
