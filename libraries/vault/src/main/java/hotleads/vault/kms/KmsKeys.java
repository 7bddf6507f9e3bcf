package hotleads.vault.kms;

import com.google.crypto.tink.subtle.AesGcmJce;
import hotleads.vault.KeyPlace;
import hotleads.vault.KeySet;
import hotleads.vault.KeyUnusable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A program's keys in the table {@code key_set}, sealed under a data key that only AWS KMS opens, and only for this
 * program. KMS is asked once at the start, and again when the keys changed.
 */
public final class KmsKeys implements KeyPlace {
    private final Kms kms;
    private final String program;
    private final JdbcTemplate jdbc;
    private final @Nullable KeyPlace movedFrom;

    /**
     * The keys of one program.
     *
     * @param movedFrom where the keys of this database were kept until now; null when it is new, or they are here
     *     already
     */
    KmsKeys(Kms kms, String program, JdbcTemplate jdbc, @Nullable KeyPlace movedFrom) {
        this.kms = kms;
        this.program = program;
        this.jdbc = jdbc;
        this.movedFrom = movedFrom;
    }

    @Override
    public KeySet read() {
        List<Stored> stored = stored();
        if (stored.isEmpty()) {
            // Of several instances that try, one wins.
            insert(first());
            stored = stored();
        }
        return open(stored.getFirst());
    }

    private List<Stored> stored() {
        return jdbc.query(
                "SELECT kms_key, data_key, sealed FROM key_set",
                (row, number) -> new Stored(row.getString(1), row.getBytes(2), row.getBytes(3)));
    }

    private KeySet first() {
        if (movedFrom != null) {
            return movedFrom.read();
        }
        if (Boolean.TRUE.equals(jdbc.queryForObject("SELECT EXISTS (SELECT 1 FROM practice_key)", Boolean.class))) {
            throw new KeyUnusable(
                    "This database was sealed with the keys of a key file, and none are wrapped by AWS KMS"
                            + " yet. Name that file in " + ChooseKeyPlace.MOVE + " beside " + Kms.VARIABLE
                            + " for one start, or set "
                            + "HOTLEADS_KEY_FILE instead of " + Kms.VARIABLE);
        }
        return KeySet.fresh();
    }

    private KeySet open(Stored stored) {
        if (!stored.kmsKey.equals(kms.key())) {
            throw new KeyUnusable("The keys of this database are wrapped by the AWS KMS key " + stored.kmsKey + ", and "
                    + Kms.VARIABLE + " names " + kms.key() + ". Name the one they are wrapped by");
        }
        try {
            byte[] text = new AesGcmJce(kms.open(stored.dataKey, program)).decrypt(stored.sealed, boundTo());
            return KeySet.parse(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException altered) {
            // The cause is left out: it could quote the keys.
            throw new KeyUnusable("What AWS KMS opened does not open the keys of this database: the table key_set was"
                    + " altered. Put back a backup of it");
        }
    }

    private void insert(KeySet keys) {
        Stored sealed = seal(keys);
        jdbc.update(
                "INSERT INTO key_set (kms_key, data_key, sealed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                sealed.kmsKey,
                sealed.dataKey,
                sealed.sealed);
    }

    @Override
    public void write(KeySet keys) {
        Stored sealed = seal(keys);
        jdbc.update(
                "UPDATE key_set SET kms_key = ?, data_key = ?, sealed = ?",
                sealed.kmsKey,
                sealed.dataKey,
                sealed.sealed);
    }

    private Stored seal(KeySet keys) {
        Kms.DataKey fresh = kms.dataKey(program);
        try {
            byte[] sealed =
                    new AesGcmJce(fresh.plain()).encrypt(keys.text().getBytes(StandardCharsets.UTF_8), boundTo());
            return new Stored(kms.key(), fresh.wrapped(), sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Cannot seal the keys");
        }
    }

    private byte[] boundTo() {
        return ("hotleads keys of " + program).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String name() {
        return "the key set wrapped by AWS KMS (" + Kms.VARIABLE + ")";
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Stored(String kmsKey, byte[] dataKey, byte[] sealed) {}
}
