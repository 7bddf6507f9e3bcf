/** Reading at Acuity, and everything odd about its answers. Uses http and limits. */
@NullMarked
package hotleads.sync.acuity;

import org.jspecify.annotations.NullMarked;
