package hotleads.simulators.google;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The access tokens given out and not yet over; they live in real time, and not over a restart. */
final class Tokens {

    static final Duration LIFE = Duration.ofHours(1);

    /** Whom a token acts for, and what it may do. */
    record Grant(String person, Set<Scope> scopes, Instant until) {}

    private final InstantSource time;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    Tokens(InstantSource time) {
        this.time = time;
    }

    String issue(String person, Set<Scope> scopes) {
        Instant now = time.instant();
        grants.values().removeIf(grant -> !grant.until.isAfter(now));
        byte[] bytes = new byte[40];
        random.nextBytes(bytes);
        String token = "ya29." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        grants.put(token, new Grant(person, scopes, now.plus(LIFE)));
        return token;
    }

    Optional<Grant> find(String header) {
        return Optional.of(header)
                .filter(text -> text.startsWith("Bearer "))
                .map(text -> grants.get(text.substring("Bearer ".length())))
                .filter(grant -> grant.until.isAfter(time.instant()));
    }

    void forgetAll() {
        grants.clear();
    }
}
