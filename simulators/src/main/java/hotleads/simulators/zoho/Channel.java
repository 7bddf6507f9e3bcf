package hotleads.simulators.zoho;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where changes are told to, until when. */
record Channel(
        String id,
        List<String> events,
        String notifyUrl,
        @Nullable String token,
        Instant expiresAt) {

    Channel {
        events = List.copyOf(events);
    }

    /** Subscriptions say create, edit and delete. */
    boolean wants(String module, String event) {
        return events.contains(module + "." + event) || events.contains(module + ".all");
    }
}
