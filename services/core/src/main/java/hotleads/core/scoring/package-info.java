/** What each rule counts for in this practice: decided in versions, of which every one is kept. Uses vault and time. */
@NullMarked
package hotleads.core.scoring;

import org.jspecify.annotations.NullMarked;
