package hotleads.auth.passkeys;

import java.util.List;

/** A passkey that a device has just made and shown, as it is to be stored. */
public record MadePasskey(
        byte[] credentialId,
        byte[] credential,
        long counter,
        List<Transport> transports,
        boolean backupEligible,
        boolean backedUp) {
    @Override
    public String toString() {
        return "[made passkey]";
    }
}
