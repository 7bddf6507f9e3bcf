package hotleads.contracts;

import java.net.URI;

/**
 * Where Google is to say that a calendar changed.
 *
 * @param channel never used before
 * @param token what each push brings back, so that strangers are told from Google
 */
public record GoogleWatch(String channel, URI target, String token, long seconds) {
    @Override
    public String toString() {
        return "[channel " + channel + "]";
    }
}
