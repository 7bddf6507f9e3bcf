/** Tests of http. */
@NullMarked
package hotleads.sync.http;

import org.jspecify.annotations.NullMarked;
