package hotleads.simulators.codes;

import hotleads.simulators.web.BadRequest;
import hotleads.simulators.web.Parameters;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One key in the pretend phone, as an {@code otpauth://totp/} address describes it. */
public record PhoneKey(String label, String secret, String hash, int digits, int stepSeconds) {

    private static final Set<String> HASHES = Set.of("SHA1", "SHA256", "SHA512");

    /** Takes the whole address, or the base32 key alone; empty when it is neither. */
    static Optional<PhoneKey> read(String text) {
        String wanted = text.strip();
        Optional<PhoneKey> key = wanted.startsWith("otpauth:") ? readAddress(wanted) : Optional.of(plain(wanted));
        return key.filter(PhoneKey::isUsable);
    }

    String codeAt(Instant instant) {
        byte[] key = Base32.decode(secret).orElseThrow();
        return Totp.code(key, instant, Duration.ofSeconds(stepSeconds), digits, hash);
    }

    long secondsLeftAt(Instant instant) {
        return stepSeconds - Math.floorMod(instant.getEpochSecond(), (long) stepSeconds);
    }

    @Override
    public String toString() {
        return "PhoneKey[" + digits + " digits]";
    }

    private static PhoneKey plain(String secret) {
        return new PhoneKey("Key typed by hand", secret, "SHA1", 6, 30);
    }

    private static Optional<PhoneKey> readAddress(String address) {
        try {
            var uri = new URI(address);
            var query = Parameters.parse(uri.getRawQuery());
            String path = Optional.ofNullable(uri.getPath()).orElse("/");
            return Optional.of(new PhoneKey(
                            path.isEmpty() ? "" : path.substring(1),
                            query.get("secret").orElse(""),
                            query.get("algorithm").orElse("SHA1").toUpperCase(Locale.ROOT),
                            Integer.parseInt(query.get("digits").orElse("6")),
                            Integer.parseInt(query.get("period").orElse("30"))))
                    .filter(key -> "totp".equals(uri.getHost()));
        } catch (URISyntaxException | NumberFormatException | BadRequest unreadable) {
            return Optional.empty();
        }
    }

    private boolean isUsable() {
        return Base32.decode(secret).isPresent()
                && HASHES.contains(hash)
                && digits >= 6
                && digits <= 8
                && stepSeconds >= 10
                && stepSeconds <= 120;
    }
}
