package hotleads.app.backup;

import hotleads.app.console.Refusal;
import hotleads.app.database.Schema;
import hotleads.app.folder.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of itself in the open, and what its content is bound to: ids, times and versions alone.
 *
 * @param id the backup's own, by which the audit trail names it
 * @param practice the id of the first key the practice's records were ever sealed with
 * @param kind whether its people are made up
 * @param versions the last migration of each schema
 * @param keys all keys that each program's database knows, without which the program would not start on it
 * @param ledger the erasure ledger that goes with it, when there is one
 * @param sealedWith the id of the backup key
 */
public record Header(
        UUID id,
        UUID practice,
        Kind kind,
        Instant made,
        Map<Schema, String> versions,
        Map<Schema, List<UUID>> keys,
        @Nullable UUID ledger,
        int sealedWith) {
    private static final String FIRST_LINE = "hotleads backup ";
    private static final int FORMAT = 1;
    private static final int LONGEST_LINE = 1 << 16;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The lines a backup begins with. */
    byte[] lines() {
        return (FIRST_LINE + FORMAT + '\n' + JSON.writeValueAsString(this) + '\n').getBytes(StandardCharsets.UTF_8);
    }

    /** Reads the lines and nothing after them. */
    static Header read(InputStream in, Path file) throws IOException {
        String first = line(in);
        if (!first.startsWith(FIRST_LINE)) {
            throw new Refusal(file + " is no backup of Hot Leads.");
        }
        if (!first.equals(FIRST_LINE + FORMAT)) {
            throw new Refusal(file + " was written by another version of Hot Leads, in a form this one does not know.");
        }
        try {
            Header header = JSON.readValue(line(in), Header.class);
            if (header != null) {
                return header;
            }
        } catch (JacksonException damaged) {
            // As one that says null: refused below.
        }
        throw ReadBackup.damaged(file);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n' && line.size() < LONGEST_LINE; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
