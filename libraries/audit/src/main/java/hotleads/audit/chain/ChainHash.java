package hotleads.audit.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The bytes and hashes of one chain.
 *
 * <p>An entry's columns are written as PostgreSQL's binary COPY writes them: a length of four bytes, -1 for null, then
 * the value. So anyone with psql can check a chain by its own {@code sha256}. Not for several threads at once.
 */
public final class ChainHash {
    /** What stands before the first link. */
    private static final byte[] START = new byte[32];

    private static final long POSTGRES_EPOCH_SECOND = 946_684_800L;
    private static final int MICROS = 1_000_000;
    private static final int NULL = -1;

    private final MessageDigest sha256 = sha256();
    private final byte[] prefix;
    private final byte[] anchorPrefix;
    private ByteBuffer row = ByteBuffer.allocate(1024);

    /** @param chain {@code core} or {@code auth}: part of every hash, so that no entry can change chains */
    public ChainHash(String chain) {
        this.prefix = ("hotleads.audit.1/" + chain + '\0').getBytes(StandardCharsets.UTF_8);
        this.anchorPrefix = ("hotleads.anchor.1/" + chain + '\0').getBytes(StandardCharsets.UTF_8);
    }

    /** What the first link hangs on. */
    public static byte[] start() {
        return START.clone();
    }

    /** A link's hash. */
    public byte[] next(long seq, byte[] previous, byte[] digest) {
        sha256.update(prefix);
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(seq).array());
        sha256.update(previous);
        return sha256.digest(digest);
    }

    /** What an anchor signs. */
    public byte[] toSign(long seq, byte[] hash, Instant at) {
        return ByteBuffer.allocate(anchorPrefix.length + 2 * Long.BYTES + hash.length)
                .put(anchorPrefix)
                .putLong(seq)
                .put(hash)
                .putLong(micros(at))
                .array();
    }

    /** An entry's digest, over every column in the order of {@link StoredEntry}. */
    public byte[] digest(StoredEntry entry) {
        row.clear();
        put(entry.id());
        putLong(micros(entry.at()));
        put(entry.actorKind());
        put(entry.actor());
        put(entry.role());
        put(entry.act());
        put(entry.subjectKind());
        put(entry.subject());
        put(entry.outcome());
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(entry.count());
        put(entry.requestId());
        put(entry.sealed());
        put(entry.keyId());
        putLong(entry.arrived());
        sha256.update(row.array(), 0, row.position());
        return sha256.digest();
    }

    private static long micros(Instant at) {
        return Math.addExact(
                Math.multiplyExact(at.getEpochSecond() - POSTGRES_EPOCH_SECOND, MICROS), at.getNano() / 1_000);
    }

    private void put(@Nullable String text) {
        put(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    private void put(byte @Nullable [] value) {
        if (value == null) {
            room(Integer.BYTES).putInt(NULL);
        } else {
            room(Integer.BYTES + value.length).putInt(value.length).put(value);
        }
    }

    private void put(@Nullable UUID id) {
        if (id == null) {
            room(Integer.BYTES).putInt(NULL);
        } else {
            room(Integer.BYTES + 2 * Long.BYTES)
                    .putInt(2 * Long.BYTES)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits());
        }
    }

    private void putLong(long value) {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
    }

    private ByteBuffer room(int bytes) {
        if (row.remaining() < bytes) {
            ByteBuffer larger = ByteBuffer.allocate(2 * (row.position() + bytes));
            larger.put(Arrays.copyOf(row.array(), row.position()));
            row = larger;
        }
        return row;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Java without SHA-256", impossible);
        }
    }
}
