package hotleads.core.leads.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Names a reason for as long as its evidence stays the same: whoever says it is wrong says so of that evidence. */
final class ReasonKey {
    private static final int BYTES = 12;

    private ReasonKey() {}

    static String of(String rule, List<Evidence> evidence) {
        byte[] digest = sha256().digest(evidence.toString().getBytes(UTF_8));
        return rule + "-" + HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has it", impossible);
        }
    }
}
