/** What stands on AWS: every box and arrow of the picture in ARCHITECTURE.md, in two sizes. */
@NullMarked
package hotleads.deploy;

import org.jspecify.annotations.NullMarked;
