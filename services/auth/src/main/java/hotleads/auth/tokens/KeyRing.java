package hotleads.auth.tokens;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The signing keys in the order they sign, and the rules of their coming and going. */
record KeyRing(List<SigningKey> keys) {
    /** How long one key signs. */
    static final Duration TERM = Duration.ofDays(30);

    /** Longer than any service keeps the set it fetched, so that the first token of a new key finds it known. */
    static final Duration PUBLISHED_AHEAD = Duration.ofMinutes(10);

    /** The longest token's life and a minute for clocks that differ. */
    static final Duration KEPT_AFTER = TokenLife.SERVICE.plusMinutes(1);

    KeyRing {
        keys = keys.stream().sorted(Comparator.comparing(SigningKey::signsFrom)).toList();
    }

    boolean needsAnother(Instant now) {
        return keys.isEmpty() || !keys.getLast().signsFrom().plus(TERM).isAfter(now);
    }

    /** When a key made now begins to sign: at once only when there is none before it. */
    Instant nextSignsFrom(Instant now) {
        return keys.isEmpty() ? now : now.plus(PUBLISHED_AHEAD);
    }

    /** With a clock that was put back behind the first of them, that one: without any, nobody could do anything. */
    SigningKey signer(Instant now) {
        return keys.reversed().stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .findFirst()
                .orElseGet(keys::getFirst);
    }

    JWKSet published(Instant now) {
        List<SigningKey> over = over(now);
        return new JWKSet(keys.stream()
                .filter(key -> !over.contains(key))
                .<JWK>map(SigningKey::publicPart)
                .toList());
    }

    /** Keys none of whose tokens can be valid any more. */
    List<SigningKey> over(Instant now) {
        List<SigningKey> over = new ArrayList<>();
        for (int i = 0; i + 1 < keys.size(); i++) {
            if (!keys.get(i + 1).signsFrom().plus(KEPT_AFTER).isAfter(now)) {
                over.add(keys.get(i));
            }
        }
        return over;
    }
}
