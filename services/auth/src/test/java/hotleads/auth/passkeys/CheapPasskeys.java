package hotleads.auth.passkeys;

import hotleads.auth.Nowhere;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Questions and answers whose signature is a hash, as a cheap password hash stands in for a slow one: challenges,
 * locks, handles and counters count as ever.
 */
public final class CheapPasskeys {
    private static final int PARTY_BYTES = 32;
    private static final int HEAD_BYTES = PARTY_BYTES + 5;
    private static final int TOUCHED_AND_UNLOCKED = 0x05;
    private static final Pattern CHALLENGE = Pattern.compile("\"challenge\":\"([^\"]*)\"");

    public final AskForPasskey ask;
    public final CheckPasskey check;

    public CheapPasskeys(PasskeysInMemory passkeys, URI publicUrl, SecureRandom random, Clock clock) {
        Challenges challenges = new InMemory(random, clock);
        RelyingParty party = new RelyingParty(publicUrl);
        this.ask = new AskForPasskey(challenges, passkeys, party);
        this.check = new Cheap(challenges, passkeys, party);
    }

    private static final class InMemory extends Challenges {
        private final Map<String, Asked> asked = new HashMap<>();
        private final SecureRandom random;
        private final Clock clock;

        private InMemory(SecureRandom random, Clock clock) {
            super(Nowhere.client(), random, clock);
            this.random = random;
            this.clock = clock;
        }

        @Override
        byte[] make(Binding binding) {
            byte[] challenge = new byte[32];
            random.nextBytes(challenge);
            asked.put(key(challenge), new Asked(binding, clock.instant().plus(LIFE)));
            return challenge;
        }

        @Override
        boolean take(byte[] challenge, Binding binding) {
            Asked found = asked.get(key(challenge));
            boolean isTheirs = found != null
                    && found.binding.purpose() == binding.purpose()
                    && Arrays.equals(found.binding.holder(), binding.holder())
                    && found.expiresAt.isAfter(clock.instant());
            if (isTheirs) {
                asked.remove(key(challenge));
            }
            return isTheirs;
        }

        private static String key(byte[] challenge) {
            return Base64.getEncoder().encodeToString(challenge);
        }

        private record Asked(Binding binding, Instant expiresAt) {}
    }

    private static final class Cheap extends CheckPasskey {
        private final Challenges challenges;
        private final PasskeysInMemory passkeys;

        private Cheap(Challenges challenges, PasskeysInMemory passkeys, RelyingParty party) {
            super(challenges, passkeys, party);
            this.challenges = challenges;
            this.passkeys = passkeys;
        }

        @Override
        public Optional<MadePasskey> made(NewPasskey answer, Binding binding) {
            byte[] made = Base64Url.decode(answer.attestationObject());
            if (!isAsked(Base64Url.decode(answer.clientDataJson()), binding) || !isUnlocked(made)) {
                return Optional.empty();
            }
            byte[] credentialId = Arrays.copyOfRange(made, HEAD_BYTES, made.length);
            return Optional.of(new MadePasskey(credentialId, new byte[0], counterOf(made), List.of(), false, false));
        }

        @Override
        public Verdict judge(PasskeyAnswer answer, @Nullable Passkey claimed, Binding binding) {
            byte[] client = Base64Url.decode(answer.clientDataJson());
            byte[] data = Base64Url.decode(answer.authenticatorData());
            if (!isAsked(client, binding)
                    || claimed == null
                    || !isSigned(answer, data, client)
                    || !Arrays.equals(claimed.handle(), Base64Url.decode(answer.userHandle()))
                    || !isUnlocked(data)) {
                return Verdict.WRONG;
            }
            long counter = counterOf(data);
            if (counter <= claimed.counter() && counter + claimed.counter() > 0) {
                return Verdict.WENT_BACK;
            }
            passkeys.used(claimed, counter, false);
            return Verdict.RIGHT;
        }

        private boolean isAsked(byte[] client, Binding binding) {
            Matcher challenge = CHALLENGE.matcher(new String(client, StandardCharsets.UTF_8));
            return challenge.find() && challenges.take(Base64Url.decode(challenge.group(1)), binding);
        }

        private static boolean isSigned(PasskeyAnswer answer, byte[] data, byte[] client) {
            byte[] credential = Base64Url.decode(answer.credentialId());
            return Arrays.equals(sha256(credential, data, sha256(client)), Base64Url.decode(answer.signature()));
        }

        private static boolean isUnlocked(byte[] data) {
            return (data[PARTY_BYTES] & TOUCHED_AND_UNLOCKED) == TOUCHED_AND_UNLOCKED;
        }

        private static long counterOf(byte[] data) {
            return Integer.toUnsignedLong(
                    ByteBuffer.wrap(data, PARTY_BYTES + 1, 4).getInt());
        }

        private static byte[] sha256(byte[]... parts) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                Arrays.stream(parts).forEach(digest::update);
                return digest.digest();
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
