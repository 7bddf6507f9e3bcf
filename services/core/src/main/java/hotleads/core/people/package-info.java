/** Who is who: identities found by keyed digests, people made of them, and matches that wait for a person to decide. */
@NullMarked
package hotleads.core.people;

import org.jspecify.annotations.NullMarked;
