package hotleads.auth.passkeys;

import hotleads.auth.accounts.AccountId;
import java.util.List;
import java.util.UUID;

/**
 * A stored passkey.
 *
 * @param id the factor it is
 * @param handle what its device knows the account by
 * @param credential what its device told of it when it was made, the public key among it
 * @param counter how often its device says it was used; zero for devices that do not count
 * @param backedUp whether it lies with its owner's other devices too
 */
public record Passkey(
        UUID id,
        AccountId account,
        byte[] handle,
        byte[] credentialId,
        byte[] credential,
        long counter,
        List<Transport> transports,
        boolean backupEligible,
        boolean backedUp) {
    @Override
    public String toString() {
        return "Passkey " + id;
    }
}
