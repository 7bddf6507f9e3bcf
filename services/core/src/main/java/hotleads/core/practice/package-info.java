/**
 * What the practice decides about how it works with people: when they may be called, in what words, how soon before a
 * session, and how long a screen may lie open. Uses settings, hours, acts and time.
 */
@NullMarked
package hotleads.core.practice;

import org.jspecify.annotations.NullMarked;
