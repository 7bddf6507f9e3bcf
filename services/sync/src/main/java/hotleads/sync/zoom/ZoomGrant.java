package hotleads.sync.zoom;

import hotleads.contracts.ZoomCredentials;
import java.time.Instant;

/**
 * What opens the account for now.
 *
 * @param scopes Zoom's own words, separated by blanks
 */
record ZoomGrant(ZoomCredentials credentials, String token, Instant expiresAt, String scopes) {
    @Override
    public String toString() {
        return "ZoomGrant[expiresAt=" + expiresAt + "]";
    }
}
