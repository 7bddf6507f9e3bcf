package hotleads.app.bench;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** The hash that auth asks for and nothing beside it: what a sign-in costs at least. */
final class RawArgon2 implements Act {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final byte[] SALT = new byte[16];
    private static final byte[] PASSWORD = "seven green kettles sing".getBytes(StandardCharsets.UTF_8);

    private final byte[] hash = new byte[32];

    @Override
    public void once() {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(SALT)
                .withParallelism(1)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .build());
        generator.generateBytes(PASSWORD, hash);
    }
}
