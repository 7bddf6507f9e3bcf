/** Which keys a program's database was sealed with, which are in force, and how one takes another's place. */
@NullMarked
package hotleads.vault.inuse;

import org.jspecify.annotations.NullMarked;
