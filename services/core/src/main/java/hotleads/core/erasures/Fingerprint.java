package hotleads.core.erasures;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Of which records a person consists, in one text: what was planned for others is not done to these. */
final class Fingerprint {
    private Fingerprint() {}

    static byte[] of(Collection<UUID> persons, Collection<UUID> identities) {
        String ids = Stream.of(persons, identities)
                .map(each -> each.stream().map(UUID::toString).sorted().collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
        try {
            return MessageDigest.getInstance("SHA-256").digest(ids.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java has no SHA-256", impossible);
        }
    }

    static String text(byte[] fingerprint) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fingerprint);
    }

    /** Whether a text is the one of these records. */
    static boolean isOf(String text, List<UUID> persons, List<UUID> identities) {
        return text.equals(text(of(persons, identities)));
    }
}
