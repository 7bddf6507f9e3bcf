package hotleads.auth.passwords;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.springframework.security.crypto.keygen.BytesKeyGenerator;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;

/**
 * Argon2id (RFC 9106) in the PHC string format, whose memory each thread keeps for its next hash.
 *
 * <p>Made anew for each, 19 MiB of small objects live through every collection that falls into a hash, and are copied:
 * the collector took more of a flood of sign-ins than everything else beside the hash itself.
 */
class Argon2Encoder extends AbstractValidatingPasswordEncoder {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(?<memory>\\d{1,8}),t=(?<passes>\\d{1,4}),"
                    + "p=(?<lanes>\\d{1,3})\\$(?<salt>[A-Za-z0-9+/]+)\\$(?<hash>[A-Za-z0-9+/]+)");
    private static final Base64.Encoder TO_TEXT = Base64.getEncoder().withoutPadding();

    private final BytesKeyGenerator salts = KeyGenerators.secureRandom(SALT_BYTES);
    private final ThreadLocal<FixedBlockPool> memory;
    private final int memoryKib;
    private final int passes;

    /** What a hash was made with, as its text says. */
    private record Made(int memoryKib, int passes, int lanes, byte[] salt, byte[] hash) {
        static Optional<Made> read(String text) {
            Matcher phc = PHC.matcher(text);
            return phc.matches()
                    ? Optional.of(new Made(
                            Integer.parseInt(phc.group("memory")),
                            Integer.parseInt(phc.group("passes")),
                            Integer.parseInt(phc.group("lanes")),
                            Base64.getDecoder().decode(phc.group("salt")),
                            Base64.getDecoder().decode(phc.group("hash"))))
                    : Optional.empty();
        }
    }

    /**
     * @param memoryKib how much memory a hash takes
     * @param passes how often it is gone over
     */
    Argon2Encoder(int memoryKib, int passes) {
        this.memoryKib = memoryKib;
        this.passes = passes;
        this.memory = ThreadLocal.withInitial(() -> new FixedBlockPool(memoryKib));
    }

    @Override
    protected String encodeNonNullPassword(String password) {
        byte[] salt = salts.generateKey();
        byte[] hash = hash(password, salt, memoryKib, passes, LANES, HASH_BYTES);
        return "$argon2id$v=" + Argon2Parameters.ARGON2_VERSION_13 + "$m=" + memoryKib + ",t=" + passes + ",p=" + LANES
                + "$" + TO_TEXT.encodeToString(salt) + "$" + TO_TEXT.encodeToString(hash);
    }

    @Override
    protected boolean matchesNonNull(String password, String encoded) {
        return Made.read(encoded)
                .filter(made -> MessageDigest.isEqual(
                        made.hash,
                        hash(password, made.salt, made.memoryKib, made.passes, made.lanes, made.hash.length)))
                .isPresent();
    }

    @Override
    protected boolean upgradeEncodingNonNull(String encoded) {
        return Made.read(encoded)
                .filter(made -> made.memoryKib < memoryKib || made.passes < passes)
                .isPresent();
    }

    private byte[] hash(String password, byte[] salt, int memoryKib, int passes, int lanes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withBlockPool(memory.get())
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
