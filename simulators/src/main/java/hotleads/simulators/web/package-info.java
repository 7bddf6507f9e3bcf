/** A small HTTP server for loopback: routes in, answers out. */
@NullMarked
package hotleads.simulators.web;

import org.jspecify.annotations.NullMarked;
