package hotleads.vault.kms;

import hotleads.vault.KeyFile;
import hotleads.vault.KeyPlace;
import hotleads.vault.KeyUnusable;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where a program's keys are kept, as its settings say: in a file, or wrapped by AWS KMS. Never both. */
public final class ChooseKeyPlace {
    /** The variable that names the key file whose keys KMS is to wrap from now on. */
    static final String MOVE = "HOTLEADS_MOVE_KEY_FILE";

    private ChooseKeyPlace() {}

    /**
     * The one place that is set.
     *
     * @param file the setting {@code HOTLEADS_KEY_FILE}, blank when it is not set; and so on
     * @param endpoint an emulator's address instead of AWS
     * @param program {@code auth} or {@code core}
     * @throws KeyUnusable when both or neither are set
     */
    public static KeyPlace of(
            String file, String kmsKey, String moveFile, String endpoint, String program, JdbcTemplate jdbc) {
        if (file.isBlank() == kmsKey.isBlank()) {
            throw new KeyUnusable("Where " + program + " keeps its keys must be set once: " + KeyFile.VARIABLE
                    + " for a file that only its owner can read, or " + Kms.VARIABLE + " for a key at AWS KMS. "
                    + (file.isBlank() ? "Neither is set" : "Both are set"));
        }
        if (!file.isBlank()) {
            return new KeyFile(Path.of(file));
        }
        return new KmsKeys(
                new Kms(kmsKey, endpoint.isBlank() ? null : URI.create(endpoint)), program, jdbc, moved(moveFile));
    }

    private static @Nullable KeyPlace moved(String file) {
        return file.isBlank() ? null : new KeyFile(Path.of(file));
    }
}
