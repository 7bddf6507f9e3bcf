/**
 * The trail as people see and prove it: listed, filtered, exported, checked from end to end over both chains. Uses
 * acts, people, vault and time.
 */
@NullMarked
package hotleads.core.audit;

import org.jspecify.annotations.NullMarked;
