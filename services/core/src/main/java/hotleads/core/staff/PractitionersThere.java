package hotleads.core.staff;

import hotleads.contracts.PractitionersCalendars;
import hotleads.contracts.PractitionersCalendars.Practitioner;
import hotleads.platform.token.ServiceCalls;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Which practitioners have an account that works: nobody else would see what waits for them. */
@Component
public class PractitionersThere {
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final RestClient auth;

    PractitionersThere(ServiceCalls calls, @Value("${HOTLEADS_AUTH_URL}") URI auth) {
        this.auth = calls.to(auth, "auth", "account.read", LONGEST);
    }

    /** Empty while auth does not answer. */
    public Optional<Working> working() {
        try {
            PractitionersCalendars answer = Objects.requireNonNull(
                    auth.get().uri("/internal/accounts/calendars").retrieve().body(PractitionersCalendars.class));
            return Optional.of(new Working(answer.practitioners()));
        } catch (RestClientException away) {
            return Optional.empty();
        }
    }

    /** Those whose accounts work. */
    public record Working(List<Practitioner> practitioners) {
        /** Who of them looks after somebody that was given to one of them, or is booked in a calendar, or both. */
        public List<Practitioner> lookingAfter(@Nullable UUID assigned, @Nullable Long calendar) {
            return practitioners.stream()
                    .filter(one -> one.account().equals(assigned)
                            || calendar != null && one.calendars().contains(calendar))
                    .toList();
        }
    }
}
