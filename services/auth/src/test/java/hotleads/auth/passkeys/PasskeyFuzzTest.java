package hotleads.auth.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.Answer;
import hotleads.auth.Nowhere;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestDevice;
import hotleads.auth.accounts.AccountId;
import hotleads.auth.passkeys.CheckPasskey.Verdict;
import hotleads.platform.fuzz.Altered;
import hotleads.platform.fuzz.ShortRun;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A device's answers with one part altered, or with any bytes in its place: a letter says which part, the rest how.
 * Every challenge counts as ours, so that nothing but the answer itself is judged.
 */
class PasskeyFuzzTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Binding BINDING = Binding.ofSession(Purpose.AGAIN, new UUID(1, 2));
    private static final CheckPasskey CHECK =
            new CheckPasskey(new AllOurs(), new InMemory(), new RelyingParty(URI.create(RunningAuth.PUBLIC_URL)));
    private static final String CHALLENGE = Base64Url.encode(new byte[32]);
    private static final byte[] HANDLE = new byte[64];
    private static final TestDevice DEVICE = new TestDevice();
    private static final Map<String, Object> MADE = DEVICE.make(new Answer(
            200,
            HttpHeaders.of(Map.of(), (name, value) -> true),
            "{\"challenge\":\"" + CHALLENGE + "\",\"user\":{\"id\":\"" + Base64Url.encode(HANDLE) + "\"}}"));
    private static final Map<String, Object> ANSWERED = DEVICE.used()
            .answer(new Answer(
                    200, HttpHeaders.of(Map.of(), (name, value) -> true), "{\"challenge\":\"" + CHALLENGE + "\"}"));
    private static final Passkey STORED = stored(made(MADE).orElseThrow());

    private static final List<String> MAKING = List.of("attestationObject", "clientDataJson");
    private static final List<String> ANSWERING =
            List.of("authenticatorData", "clientDataJson", "signature", "userHandle", "credentialId");

    @Test
    void nothingButTheGenuineAnswerIsRight() {
        ShortRun.of(PasskeyFuzzTest.class, 300, PasskeyFuzzTest::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        int which = input.length == 0 ? 0 : input[0] & 0xff;
        byte[] rest = input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length);
        String making = MAKING.get(which % MAKING.size());
        String answering = ANSWERING.get(which % ANSWERING.size());

        make(with(MADE, making, Altered.by(rest, bytes(MADE, making))));
        make(with(MADE, making, rest));
        answer(with(ANSWERED, answering, Altered.by(rest, bytes(ANSWERED, answering))), answering);
        answer(with(ANSWERED, answering, rest), answering);
    }

    /** Nobody vouches for what a device says of itself; but what is kept of it can be judged by later. */
    private static void make(Map<String, Object> said) {
        made(said)
                .ifPresent(made -> assertThat(CHECK.judge(answer(ANSWERED), stored(made), BINDING))
                        .isNotNull());
        if (said.equals(MADE)) {
            assertThat(made(said)).isPresent();
        }
    }

    /** Which passkey is meant has been looked up by its id before, so that one is not judged again. */
    private static void answer(Map<String, Object> said, String altered) {
        Verdict verdict = CHECK.judge(answer(said), STORED, BINDING);
        if (said.equals(ANSWERED)) {
            assertThat(verdict).isEqualTo(Verdict.RIGHT);
        } else if (!altered.equals("credentialId")) {
            assertThat(verdict).isEqualTo(Verdict.WRONG);
        }
    }

    private static Optional<MadePasskey> made(Map<String, Object> said) {
        return CHECK.made(
                new NewPasskey("Laptop", text(said, "clientDataJson"), text(said, "attestationObject"), List.of()),
                BINDING);
    }

    private static PasskeyAnswer answer(Map<String, Object> said) {
        return new PasskeyAnswer(
                text(said, "credentialId"),
                text(said, "clientDataJson"),
                text(said, "authenticatorData"),
                text(said, "signature"),
                text(said, "userHandle"));
    }

    private static Passkey stored(MadePasskey made) {
        return new Passkey(
                new UUID(3, 4),
                new AccountId(new UUID(5, 6)),
                HANDLE,
                made.credentialId(),
                made.credential(),
                made.counter(),
                made.transports(),
                made.backupEligible(),
                made.backedUp());
    }

    private static Map<String, Object> with(Map<String, Object> said, String part, byte[] bytes) {
        Map<String, Object> other = new HashMap<>(said);
        other.put(part, Base64Url.encode(bytes));
        return other;
    }

    private static byte[] bytes(Map<String, Object> said, String part) {
        return Base64Url.decode(text(said, part));
    }

    private static String text(Map<String, Object> said, String part) {
        return String.valueOf(said.get(part));
    }

    private static final class AllOurs extends Challenges {
        private AllOurs() {
            super(Nowhere.client(), RANDOM, Clock.systemUTC());
        }

        @Override
        boolean take(byte[] challenge, Binding binding) {
            return true;
        }
    }

    /** Forgets at once how often a passkey was used, so that each answer is the first. */
    private static final class InMemory extends Passkeys {
        private InMemory() {
            super(Nowhere.client(), RANDOM);
        }

        @Override
        void used(Passkey passkey, long counter, boolean backedUp) {}
    }
}
