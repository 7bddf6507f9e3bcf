package hotleads.auth.passkeys;

import java.util.List;

/**
 * A browser's answer to {@link PasskeyCreation}; all but the name and the transports in base64url.
 *
 * @param name what its owner will know it by
 */
public record NewPasskey(String name, String clientDataJson, String attestationObject, List<String> transports) {
    @Override
    public String toString() {
        return "[new passkey]";
    }
}
