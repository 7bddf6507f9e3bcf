/** What strangers write where a text belongs, and every place of an API where a text belongs. */
@NullMarked
package hotleads.platform.hostile;

import org.jspecify.annotations.NullMarked;
