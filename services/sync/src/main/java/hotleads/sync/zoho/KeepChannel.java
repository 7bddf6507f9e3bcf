package hotleads.sync.zoho;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ZohoChannelOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has Zoho tell us of changes, for a week at most; the same number again renews it. */
@Component
class KeepChannel {
    private final ZohoApi api;

    KeepChannel(ZohoApi api) {
        this.api = api;
    }

    ProviderAnswer<Boolean> keep(byte @Nullable [] account, ZohoChannelOrder order) {
        Map<String, Object> channel = Map.of(
                "channel_id", Long.toString(order.channel()),
                "events", order.events(),
                "notify_url", order.target().toString(),
                "token", order.token(),
                "channel_expiry", ZohoTime.text(order.until()),
                // Ids are all we want to be told; what changed is read.
                "return_affected_field_values", false,
                "notify_on_related_action", false);
        return api.post(account, "watch", "/actions/watch", Map.of("watch", List.of(channel)))
                .told(json -> "success"
                                .equals(json.path("watch")
                                        .path(0)
                                        .path("status")
                                        .asString(""))
                        ? true
                        : null);
    }
}
