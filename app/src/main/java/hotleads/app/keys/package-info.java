/** What is made at first start and kept: passwords, the services' own keys, the certificate of this machine. */
@NullMarked
package hotleads.app.keys;

import org.jspecify.annotations.NullMarked;
