/** What a thief of the disk can read: strings planted in every field, and every byte searched for them. */
@NullMarked
package hotleads.app.system.disk;

import org.jspecify.annotations.NullMarked;
