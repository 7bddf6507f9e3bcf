/** For how long each kind of record is kept, for whoever takes records in. Uses time. */
@NullMarked
package hotleads.core.keeping;

import org.jspecify.annotations.NullMarked;
