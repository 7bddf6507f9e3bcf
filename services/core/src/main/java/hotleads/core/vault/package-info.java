/** The keys of identities, people and the practice: made, wrapped, kept and handed out to seal and open with. */
@NullMarked
package hotleads.core.vault;

import org.jspecify.annotations.NullMarked;
