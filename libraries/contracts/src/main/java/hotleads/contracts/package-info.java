/** The records services send each other: plain data, with nothing but the JDK behind it. */
@NullMarked
package hotleads.contracts;

import org.jspecify.annotations.NullMarked;
