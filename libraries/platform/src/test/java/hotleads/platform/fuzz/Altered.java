package hotleads.platform.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Something genuine, altered as an input says: only its holder could make it, so no fuzzer would ever come near it from
 * nothing. The empty input alters nothing.
 */
public final class Altered {
    private static final int BYTES_AN_EDIT = 4;

    private Altered() {}

    /** An edit is a byte that says what, two that say where, and one to put there; what is left over is no edit. */
    public static byte[] by(byte[] input, byte[] genuine) {
        ByteBuffer edits = ByteBuffer.wrap(input);
        byte[] altered = genuine;
        while (edits.remaining() >= BYTES_AN_EDIT) {
            altered = edited(altered, edits.get(), Short.toUnsignedInt(edits.getShort()), edits.get());
        }
        return altered;
    }

    private static byte[] edited(byte[] bytes, byte what, int where, byte value) {
        int at = where % (bytes.length + 1);
        ByteArrayOutputStream edited = new ByteArrayOutputStream(bytes.length + 1);
        edited.write(bytes, 0, at);
        int rest = at;
        switch (what & 3) {
            case 0 -> {
                edited.write(value);
                rest = at + 1;
            }
            case 1 -> edited.write(value);
            case 2 -> rest = at + 1;
            // Cut off: a value of zero cuts at once, any other leaves as many bytes behind it.
            default -> rest = Math.max(at, bytes.length - Byte.toUnsignedInt(value));
        }
        if (rest < bytes.length) {
            edited.write(bytes, rest, bytes.length - rest);
        }
        return edited.toByteArray();
    }
}
