/** The edge: what the internet may say to the practice. */
@NullMarked
package hotleads.gateway;

import org.jspecify.annotations.NullMarked;
