/** A small program that stands in for the services where a test is about starting them. */
@NullMarked
package hotleads.app.standin;

import org.jspecify.annotations.NullMarked;
