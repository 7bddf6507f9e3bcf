package hotleads.auth.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SigningKeysTest extends RunningAuth {
    private final StoredKeys stored;
    private final RotateSigningKeys rotation;

    SigningKeysTest(@Autowired StoredKeys stored, @Autowired RotateSigningKeys rotation) {
        this.stored = stored;
        this.rotation = rotation;
    }

    @Test
    void rotateWhileTokensAreInFlight() throws Exception {
        clock.forward(KeyRing.PUBLISHED_AHEAD.plusMinutes(1));
        String before = gateway().token("launcher", "auth", "account.invite");
        String oldKey = kidOf(before);
        clock.forward(KeyRing.TERM);
        rotation.run();
        clock.forward(Duration.ofMinutes(1));
        assertThat(publishedKids())
                .as("published before it signs")
                .contains(kidOf(token()))
                .hasSizeGreaterThan(1);
        assertThat(kidOf(token())).isEqualTo(oldKey);

        clock.forward(KeyRing.PUBLISHED_AHEAD.minus(Duration.ofMinutes(1)).minusSeconds(1));
        String lastOfTheOld = token();
        clock.forward(Duration.ofSeconds(1));
        String firstOfTheNew = token();

        assertThat(kidOf(lastOfTheOld)).isEqualTo(oldKey);
        assertThat(kidOf(firstOfTheNew)).isNotEqualTo(oldKey);
        assertThat(isTaken(lastOfTheOld)).isTrue();
        assertThat(isTaken(firstOfTheNew)).isTrue();
        clock.forward(KeyRing.KEPT_AFTER);
        rotation.run();
        clock.forward(Duration.ofMinutes(1));
        assertThat(publishedKids()).doesNotContain(oldKey);
        assertThat(isTaken(lastOfTheOld)).isFalse();
    }

    @Test
    void areMadeOnceHoweverManyInstancesWantToMakeThem() throws Exception {
        clock.forward(KeyRing.TERM.multipliedBy(3));
        int before = stored.ring().keys().size();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Void> run = () -> {
                rotation.run();
                return null;
            };
            for (var future :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> run).toList())) {
                future.get();
            }
        }

        assertThat(stored.ring().keys()).hasSizeLessThanOrEqualTo(before + 1);
        assertThat(stored.ring().needsAnother(clock.instant())).isFalse();
    }

    @Test
    void areTheSameAtEveryInstance() throws Exception {
        SigningKeys other = new SigningKeys(stored, rotation, clock);

        assertThat(other.published().getKeys()).extracting(JWK::getKeyID).isEqualTo(publishedKids());
    }

    @Test
    void lieSealedInTheDatabaseAndPublicPartsAloneArePublished() throws Exception {
        token();
        assertThat(gateway().get("/oauth/jwks", null).body()).doesNotContain("\"d\"");
        List<String> readable = new ArrayList<>();
        try (var connection = TestDatabase.asSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT encode(private_part, 'escape') FROM signing_key")) {
            while (rows.next()) {
                readable.add(rows.getString(1));
            }
        }

        assertThat(readable).isNotEmpty().noneMatch(text -> text.contains("\"d\""));
    }

    private String token() {
        return gateway().token("launcher", "auth", "account.invite");
    }

    private boolean isTaken(String token) {
        return gateway().get("/internal/accounts/exists?role=admin", token).status() == 200;
    }

    private List<String> publishedKids() throws Exception {
        return JWKSet.parse(gateway().get("/oauth/jwks", null).body()).getKeys().stream()
                .map(JWK::getKeyID)
                .toList();
    }

    private static String kidOf(String token) throws Exception {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }
}
