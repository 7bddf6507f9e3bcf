@NullMarked
package hotleads.core.people;

import org.jspecify.annotations.NullMarked;
