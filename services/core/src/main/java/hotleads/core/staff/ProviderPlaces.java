package hotleads.core.staff;

import hotleads.contracts.PractitionersPlaces;
import hotleads.contracts.PractitionersPlaces.Places;
import hotleads.core.RunUntilShutdown;
import hotleads.platform.token.ServiceCalls;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Which calendar at Google and which host at Zoom belong to each calendar at Acuity, as practitioners' accounts say.
 * Asked for in the background: nobody waits for auth, and while it is away what it said last holds.
 */
@Component
public class ProviderPlaces extends RunUntilShutdown {
    private static final Logger log = LoggerFactory.getLogger(ProviderPlaces.class);
    /** Each asking is an entry in auth's trail. */
    private static final Duration EVERY = Duration.ofMinutes(1);

    private static final Duration NOT_ANSWERED = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final RestClient auth;
    private final ObjectProvider<FollowsPlaces> followers;
    private volatile @Nullable Known known;

    ProviderPlaces(
            ServiceCalls calls, @Value("${HOTLEADS_AUTH_URL}") URI auth, ObjectProvider<FollowsPlaces> followers) {
        super("provider-places");
        this.auth = calls.to(auth, "auth", "practitioner.places", LONGEST);
        this.followers = followers;
    }

    /**
     * @param untold calendars of which nothing was heard since the start, as their practitioner's account does not open
     */
    record Known(
            Map<Long, String> googleAddresses,
            Map<Long, String> zoomHosts,
            Map<UUID, List<Long>> calendars,
            Set<Long> untold) {
        /** What was known of an account that does not open any more goes on. */
        static Known after(@Nullable Known before, PractitionersPlaces told) {
            Known then = before == null ? new Known(Map.of(), Map.of(), Map.of(), Set.copyOf(told.unread())) : before;
            return new Known(
                    held(then.googleAddresses, told, Places::googleAddress),
                    held(then.zoomHosts, told, Places::zoomHost),
                    held(then.calendars, told),
                    then.untold.stream().filter(told.unread()::contains).collect(Collectors.toUnmodifiableSet()));
        }

        private static Map<Long, String> held(
                Map<Long, String> before, PractitionersPlaces told, Function<Places, @Nullable String> place) {
            Map<Long, String> now = new HashMap<>(byCalendar(told.practitioners(), place));
            // Whoever shares the calendar does not speak for the one whose account does not open.
            now.keySet().removeAll(Set.copyOf(told.unread()));
            told.unread().stream().filter(before::containsKey).forEach(one -> now.put(one, before.get(one)));
            return Map.copyOf(now);
        }

        private static Map<UUID, List<Long>> held(Map<UUID, List<Long>> before, PractitionersPlaces told) {
            Map<UUID, List<Long>> now = new HashMap<>(before);
            now.values().removeIf(calendars -> calendars.stream().noneMatch(told.unread()::contains));
            told.practitioners().forEach(one -> now.put(one.account(), one.acuityCalendars()));
            return Map.copyOf(now);
        }

        @Override
        public String toString() {
            return "[places]";
        }
    }

    /** False until auth has answered once: then nothing is known, which is not the same as nothing being there. */
    public boolean areKnown() {
        return known != null;
    }

    /** Whether nobody can tell just now if anything belongs to this calendar. */
    public boolean isUntold(long calendar) {
        Known now = known;
        return now == null || now.untold.contains(calendar);
    }

    /** Addresses by calendar at Acuity; they never leave core but in an order to sync. */
    public Map<Long, String> googleAddresses() {
        Known now = known;
        return now == null ? Map.of() : now.googleAddresses;
    }

    /** Hosts by calendar at Acuity. */
    public Map<Long, String> zoomHosts() {
        Known now = known;
        return now == null ? Map.of() : now.zoomHosts;
    }

    /** Whose accounts name this calendar. */
    public Set<UUID> practitionersOf(long calendar) {
        return calendars().entrySet().stream()
                .filter(one -> one.getValue().contains(calendar))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    public List<Long> calendarsOf(UUID practitioner) {
        return calendars().getOrDefault(practitioner, List.of());
    }

    private Map<UUID, List<Long>> calendars() {
        Known now = known;
        return now == null ? Map.of() : now.calendars;
    }

    @Override
    protected void round() throws InterruptedException {
        Optional<Known> answered = ask();
        answered.filter(now -> !now.equals(known)).ifPresent(this::change);
        Thread.sleep(known == null ? NOT_ANSWERED : EVERY);
    }

    private Optional<Known> ask() {
        try {
            PractitionersPlaces told = Objects.requireNonNull(
                    auth.get().uri("/internal/accounts/places").retrieve().body(PractitionersPlaces.class));
            return Optional.of(Known.after(known, told));
        } catch (RestClientException away) {
            return Optional.empty();
        }
    }

    private void change(Known now) {
        known = now;
        followers.forEach(follower -> {
            try {
                follower.placesChanged();
            } catch (RuntimeException failed) {
                // One that fails keeps the others from nothing; it catches up with its next scheduled run.
                log.warn(
                        "{} could not follow: {}",
                        follower.getClass().getSimpleName(),
                        failed.getClass().getName());
            }
        });
    }

    /** Two who share a calendar and name different places: which of them is meant nobody can tell, so neither is. */
    static Map<Long, String> byCalendar(List<Places> all, Function<Places, @Nullable String> place) {
        Map<Long, String> found = new TreeMap<>();
        Set<Long> disputed = new HashSet<>();
        for (Places one : all) {
            String address = place.apply(one);
            if (address != null) {
                for (long calendar : one.acuityCalendars()) {
                    String before = found.put(calendar, address);
                    if (before != null && !before.equals(address)) {
                        disputed.add(calendar);
                    }
                }
            }
        }
        found.keySet().removeAll(disputed);
        return Map.copyOf(found);
    }
}
