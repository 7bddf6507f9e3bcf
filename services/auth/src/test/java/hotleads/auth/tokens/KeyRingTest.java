package hotleads.auth.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import hotleads.platform.token.ForgedTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant NEXT_SIGNS = START.plus(KeyRing.TERM).plus(KeyRing.PUBLISHED_AHEAD);

    @Test
    void signsAtOnceWithTheFirstKey() {
        assertThat(new KeyRing(List.of()).needsAnother(START)).isTrue();
        assertThat(new KeyRing(List.of()).nextSignsFrom(START)).isEqualTo(START);
        assertThat(ring().signer(START).kid()).isEqualTo("first");
    }

    @Test
    void publishesTheNextKeyBeforeItSigns() {
        assertThat(ring().signer(NEXT_SIGNS.minusMillis(1)).kid()).isEqualTo("first");
        assertThat(published(NEXT_SIGNS.minusMillis(1))).containsExactly("first", "second");
        assertThat(ring().signer(NEXT_SIGNS).kid()).isEqualTo("second");
    }

    @Test
    void keepsTheOldKeyUntilItsLastTokenRanOut() {
        Instant over = NEXT_SIGNS.plus(KeyRing.KEPT_AFTER);

        assertThat(published(over.minusMillis(1))).containsExactly("first", "second");
        assertThat(published(over)).containsExactly("second");
        assertThat(KeyRing.KEPT_AFTER).isGreaterThan(TokenLife.SERVICE);
    }

    @Test
    void signsWithTheFirstKeyWhenTheClockWasPutBackBehindIt() {
        assertThat(ring().signer(START.minus(Duration.ofDays(1))).kid()).isEqualTo("first");
        assertThat(published(START.minus(Duration.ofDays(1)))).contains("first");
    }

    @Test
    void asksForAnotherKeyWhenTheTermIsOverAndOnlyOnce() {
        KeyRing one = new KeyRing(List.of(key("first", START)));

        assertThat(one.needsAnother(START.plus(KeyRing.TERM).minusMillis(1))).isFalse();
        assertThat(one.needsAnother(START.plus(KeyRing.TERM))).isTrue();
        assertThat(ring().needsAnother(START.plus(KeyRing.TERM))).isFalse();
    }

    @Test
    void publishesTheKeyOfEveryTokenThatIsStillGoodAllYearLong() {
        List<SigningKey> keys = new ArrayList<>(List.of(key("0", START)));
        String fiveMinutesAgo = "0";
        for (Instant now = START;
                now.isBefore(START.plus(Duration.ofDays(365)));
                now = now.plus(Duration.ofMinutes(5))) {
            KeyRing ring = new KeyRing(keys);
            keys.removeAll(ring.over(now));
            if (ring.needsAnother(now)) {
                keys.add(key(now.toString(), ring.nextSignsFrom(now)));
            }

            assertThat(published(new KeyRing(keys), now)).contains(fiveMinutesAgo);
            fiveMinutesAgo = new KeyRing(keys).signer(now).kid();
        }
        assertThat(fiveMinutesAgo).isNotEqualTo("0");
    }

    private static List<String> published(Instant now) {
        return published(ring(), now);
    }

    private static List<String> published(KeyRing ring, Instant now) {
        return ring.published(now).getKeys().stream().map(JWK::getKeyID).toList();
    }

    private static KeyRing ring() {
        return new KeyRing(List.of(key("second", NEXT_SIGNS), key("first", START)));
    }

    private static SigningKey key(String kid, Instant signsFrom) {
        try {
            return new SigningKey(ForgedTokens.freshKey(kid), signsFrom);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
