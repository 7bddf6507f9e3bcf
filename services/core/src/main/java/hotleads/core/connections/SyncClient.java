package hotleads.core.connections;

import hotleads.contracts.AcuityAccount;
import hotleads.contracts.AcuityCatalogue;
import hotleads.contracts.AcuityHook;
import hotleads.contracts.AppointmentLinks;
import hotleads.contracts.AppointmentQuery;
import hotleads.contracts.AppointmentsAnswer;
import hotleads.contracts.FreeDatesQuery;
import hotleads.contracts.FreeTimesQuery;
import hotleads.contracts.HookRemoval;
import hotleads.contracts.NewAcuityHook;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.TimeCheckQuery;
import hotleads.contracts.WindowQuery;
import hotleads.platform.token.ServiceCalls;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Orders reads from sync. A sync that is away is one more provider that did not answer. */
@Component
class SyncClient {
    /** Sync gives up on a provider after a minute; a little later nobody is waiting there any more. */
    private static final Duration LONGEST = Duration.ofSeconds(65);

    /** Somebody looks at the page that asked. */
    private static final Duration LONGEST_WATCHED = Duration.ofSeconds(10);

    private static final String READ = "provider.read";

    private final RestClient sync;
    private final RestClient watched;
    private final RestClient writing;
    private final Clock clock;

    SyncClient(ServiceCalls calls, @Value("${HOTLEADS_SYNC_URL}") URI sync, Clock clock) {
        this.sync = calls.to(sync, "sync", READ, LONGEST);
        this.watched = calls.to(sync, "sync", READ, LONGEST_WATCHED);
        this.writing = calls.to(sync, "sync", "provider.write", LONGEST);
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

    ProviderAnswer<AppointmentLinks> links(long id) {
        return ask(
                watched,
                "/internal/acuity/appointment-links",
                new AppointmentQuery(id),
                new ParameterizedTypeReference<>() {});
    }

    ProviderAnswer<AcuityAccount> account() {
        return ask(watched, "/internal/acuity/account", null, new ParameterizedTypeReference<>() {});
    }

    ProviderAnswer<AcuityCatalogue> catalogue() {
        return ask(watched, "/internal/acuity/catalogue", null, new ParameterizedTypeReference<>() {});
    }

    ProviderAnswer<List<LocalDate>> freeDates(FreeDatesQuery query) {
        return ask(watched, "/internal/acuity/free-dates", query, new ParameterizedTypeReference<>() {});
    }

    ProviderAnswer<List<Instant>> freeTimes(FreeTimesQuery query) {
        return ask(watched, "/internal/acuity/free-times", query, new ParameterizedTypeReference<>() {});
    }

    ProviderAnswer<Boolean> check(TimeCheckQuery query) {
        return ask(watched, "/internal/acuity/time-check", query, new ParameterizedTypeReference<>() {});
    }

    ProviderAnswer<List<AcuityHook>> hooks() {
        return ask(sync, "/internal/acuity/hooks", null, new ParameterizedTypeReference<>() {});
    }

    ProviderAnswer<AcuityHook> makeHook(NewAcuityHook wanted) {
        return ask(writing, "/internal/acuity/hooks/new", wanted, new ParameterizedTypeReference<>() {});
    }

    ProviderAnswer<Boolean> removeHook(HookRemoval removal) {
        return ask(writing, "/internal/acuity/hooks/removal", removal, new ParameterizedTypeReference<>() {});
    }

    private static <T> ProviderAnswer<T> ask(
            RestClient client,
            String path,
            @Nullable Object query,
            ParameterizedTypeReference<ProviderAnswer<T>> type) {
        RestClient.RequestBodySpec order = client.post().uri(path);
        try {
            return Objects.requireNonNull(
                    (query == null ? order : order.body(query)).retrieve().body(type));
        } catch (RestClientException away) {
            return ProviderAnswer.failed(ProviderOutcome.UNCLEAR, null, "sync-away");
        }
    }
}
