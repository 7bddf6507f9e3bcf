/**
 * The chain over a trail: how an entry becomes bytes, how links hang together, what anchors vouch for, and the check of
 * all of it. Pure: no database, no clock. The bytes are described in {@code docs/audit.md}.
 */
@NullMarked
package hotleads.audit.chain;

import org.jspecify.annotations.NullMarked;
