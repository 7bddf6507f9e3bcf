package hotleads.auth.passkeys;

import com.fasterxml.jackson.annotation.JsonValue;
import hotleads.auth.accounts.Account;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a browser is asked to make (PublicKeyCredentialCreationOptionsJSON).
 *
 * @param timeout in milliseconds
 * @param excludeCredentials passkeys the account has, so that no device makes a second one
 */
public record PasskeyCreation(
        Party rp,
        User user,
        String challenge,
        List<Algorithm> pubKeyCredParams,
        long timeout,
        List<Descriptor> excludeCredentials,
        Selection authenticatorSelection,
        Attestation attestation) {
    private static final String NAME = "Hot Leads";

    static PasskeyCreation of(
            byte[] challenge, RelyingParty party, Account account, byte[] handle, List<Passkey> existing) {
        return new PasskeyCreation(
                new Party(party.id(), NAME),
                new User(Base64Url.encode(handle), account.email().value(), account.displayName()),
                Base64Url.encode(challenge),
                Algorithm.ALL,
                Challenges.LIFE.toMillis(),
                existing.stream()
                        .map(passkey -> new Descriptor(
                                Type.PUBLIC_KEY, Base64Url.encode(passkey.credentialId()), passkey.transports()))
                        .toList(),
                new Selection(Required.REQUIRED, true, Required.REQUIRED),
                Attestation.NONE);
    }

    @Override
    public String toString() {
        return "[passkey to make]";
    }

    record Party(String id, String name) {}

    /**
     * @param id what the device keeps: random, and nothing of the person
     * @param name what the device shows its owner beside it
     */
    record User(String id, String name, String displayName) {
        @Override
        public String toString() {
            return "[user]";
        }
    }

    /** @param alg a number of the COSE registry (RFC 9053) */
    record Algorithm(Type type, long alg) {
        /** ES256, Ed25519 and RS256: one of these every device has. */
        static final List<Algorithm> ALL = Stream.of(-7, -8, -257)
                .map(alg -> new Algorithm(Type.PUBLIC_KEY, alg))
                .toList();
    }

    record Descriptor(Type type, String id, List<Transport> transports) {}

    /**
     * @param residentKey so that it is found without an e-mail typed first
     * @param userVerification so that it counts as both factors
     */
    record Selection(Required residentKey, boolean requireResidentKey, Required userVerification) {}

    enum Type {
        PUBLIC_KEY;

        @JsonValue
        String word() {
            return "public-key";
        }
    }

    enum Required {
        REQUIRED;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who made the device is nothing we need to know. */
    enum Attestation {
        NONE;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
