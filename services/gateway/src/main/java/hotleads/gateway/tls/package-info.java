/** TLS 1.3 with the pair of files the installation names, and senders who take too long to ask. */
@NullMarked
package hotleads.gateway.tls;

import org.jspecify.annotations.NullMarked;
