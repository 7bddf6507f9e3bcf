package hotleads.contracts;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * Where Zoho is to tell that something changed.
 *
 * @param channel our own number for it
 * @param token what Zoho is to say with each notification
 * @param until a week ahead at most
 */
public record ZohoChannelOrder(long channel, URI target, String token, List<String> events, Instant until) {
    @Override
    public String toString() {
        return "ZohoChannelOrder[channel=" + channel + "]";
    }
}
