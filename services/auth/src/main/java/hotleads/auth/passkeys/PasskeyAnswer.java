package hotleads.auth.passkeys;

/** A browser's answer to {@link PasskeyRequest}, in base64url. */
public record PasskeyAnswer(
        String credentialId, String clientDataJson, String authenticatorData, String signature, String userHandle) {
    @Override
    public String toString() {
        return "[passkey answer]";
    }
}
