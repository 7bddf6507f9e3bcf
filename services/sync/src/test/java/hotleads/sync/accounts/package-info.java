@NullMarked
package hotleads.sync.accounts;

import org.jspecify.annotations.NullMarked;
