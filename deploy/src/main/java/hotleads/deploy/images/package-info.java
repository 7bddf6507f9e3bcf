/** The images the programs run from, put together without a daemon and without anybody else's image below. */
@NullMarked
package hotleads.deploy.images;

import org.jspecify.annotations.NullMarked;
