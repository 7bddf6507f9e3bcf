/**
 * Google Calendar: the least scopes, busy times without what they are about, and our own events. Uses accounts and
 * http.
 */
@NullMarked
package hotleads.sync.google;

import org.jspecify.annotations.NullMarked;
