/**
 * What the list would have been on days that are over, by what was known then, and how many of those on it went on to
 * book: the practice's measure of its own rules, before it changes them and after. Uses leads, scoring, people, acts
 * and time.
 */
@NullMarked
package hotleads.core.lookback;

import org.jspecify.annotations.NullMarked;
