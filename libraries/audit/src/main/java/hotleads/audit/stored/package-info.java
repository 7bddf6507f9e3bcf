/** The trail and its chain in a schema's tables: numbering, anchoring, reading. */
@NullMarked
package hotleads.audit.stored;

import org.jspecify.annotations.NullMarked;
