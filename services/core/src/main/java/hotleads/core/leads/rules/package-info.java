/**
 * Decides from the facts alone who is on the list, with which reasons, and until when that holds; uses no other
 * feature.
 */
@NullMarked
package hotleads.core.leads.rules;

import org.jspecify.annotations.NullMarked;
