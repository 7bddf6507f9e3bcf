/** What only the demo has: made-up people with accounts, a practice clock, and the page of what to open. */
@NullMarked
package hotleads.app.demo;

import org.jspecify.annotations.NullMarked;
