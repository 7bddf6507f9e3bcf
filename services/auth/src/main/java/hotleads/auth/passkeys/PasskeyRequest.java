package hotleads.auth.passkeys;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What a browser is asked to prove itself with (PublicKeyCredentialRequestOptionsJSON): any passkey it has for us, so
 * that the question is the same whoever asks.
 *
 * @param timeout in milliseconds
 */
public record PasskeyRequest(String challenge, String rpId, long timeout, Verification userVerification) {
    static PasskeyRequest of(byte[] challenge, RelyingParty party) {
        return new PasskeyRequest(
                Base64Url.encode(challenge), party.id(), Challenges.LIFE.toMillis(), Verification.REQUIRED);
    }

    /** Whether the device has to ask for its own lock. */
    enum Verification {
        /** Always, for this is what makes one passkey two factors. */
        REQUIRED;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
