package hotleads.vault.inuse;

import hotleads.vault.Digests;
import java.util.Arrays;
import java.util.List;

/**
 * The search keys as they are at one moment: digests are made with the one in force, and looked for under each that
 * some row may still be found by.
 *
 * @param asked the one in force first; while it takes another's place, that one too
 */
public record SearchKeys(List<Digests> asked) {
    /** The digest to store. */
    public byte[] of(String kind, String value) {
        return asked.getFirst().of(kind, value);
    }

    /** The digests to look for. */
    public byte[][] any(String kind, String value) {
        return asked.stream().map(key -> key.of(kind, value)).toArray(byte[][]::new);
    }

    /** Whether a stored digest is one of this value. */
    public boolean isOf(byte[] digest, String kind, String value) {
        return asked.stream().anyMatch(key -> Arrays.equals(digest, key.of(kind, value)));
    }
}
