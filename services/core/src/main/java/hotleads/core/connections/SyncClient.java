package hotleads.core.connections;

import hotleads.contracts.AppointmentQuery;
import hotleads.contracts.AppointmentsAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.WindowQuery;
import hotleads.platform.token.ServiceCalls;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Orders reads from sync. A sync that is away is one more provider that did not answer. */
@Component
class SyncClient {
    /** Sync gives up on a provider after a minute; a little later nobody is waiting there any more. */
    private static final Duration LONGEST = Duration.ofSeconds(65);

    private final RestClient sync;
    private final Clock clock;

    SyncClient(ServiceCalls calls, @Value("${HOTLEADS_SYNC_URL}") URI sync, Clock clock) {
        this.sync = calls.to(sync, "sync", "provider.read", LONGEST);
        this.clock = clock;
    }

    AppointmentsAnswer appointment(long id) {
        return ask("/internal/acuity/appointment", new AppointmentQuery(id));
    }

    AppointmentsAnswer window(LocalDate from, LocalDate to) {
        return ask("/internal/acuity/window", new WindowQuery(from, to));
    }

    private AppointmentsAnswer ask(String path, Object query) {
        try {
            return Objects.requireNonNull(
                    sync.post().uri(path).body(query).retrieve().body(AppointmentsAnswer.class));
        } catch (RestClientException away) {
            return new AppointmentsAnswer(ProviderOutcome.UNCLEAR, null, "sync-away", List.of(), clock.instant());
        }
    }
}
