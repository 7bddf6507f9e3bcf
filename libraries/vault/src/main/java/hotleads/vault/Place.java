package hotleads.vault;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Where a sealed value stands: bound into the ciphertext, so that it opens nowhere else. */
public record Place(String table, String column, String row) {
    public Place(String table, String column, UUID row) {
        this(table, column, row.toString());
    }

    byte[] boundTo(UUID keyId) {
        // The unit separator cannot occur in a name or an id, so no two places share their bytes.
        return String.join("\u001f", keyId.toString(), table, column, row).getBytes(StandardCharsets.UTF_8);
    }
}
