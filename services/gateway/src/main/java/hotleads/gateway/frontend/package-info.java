/** The built pages and their files, each page under its own nonce. */
@NullMarked
package hotleads.gateway.frontend;

import org.jspecify.annotations.NullMarked;
