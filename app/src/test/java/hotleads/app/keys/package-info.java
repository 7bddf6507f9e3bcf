/** Tests of what is made at first start. */
@NullMarked
package hotleads.app.keys;

import org.jspecify.annotations.NullMarked;
