package hotleads.app.system.disk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Strings that stand nowhere else in the world, with the field each was put into. */
final class Planted {
    private static final String LETTERS = "abcdefghijkmnopqrstuvwxyz";
    private static final int LENGTH = 12;
    private static final byte[] NONE = {};

    private final Random random;
    private final List<One> all = Collections.synchronizedList(new ArrayList<>());

    /** @param seed another one, other strings */
    Planted(long seed) {
        this.random = new Random(seed);
    }

    /**
     * One planted string.
     *
     * @param kept whether the product keeps it, sealed; what is hashed, digested or dropped it never has again
     * @param raw the bytes that the text spells, when it spells any
     */
    @SuppressWarnings(
            "ArrayRecordComponent") // Compared by identity of the bytes, which is enough: each is planted once.
    record One(String field, String text, boolean kept, byte[] raw) {}

    List<One> all() {
        return List.copyOf(all);
    }

    /** Letters at random: one in 10^16 that two are alike. */
    String word() {
        StringBuilder word = new StringBuilder();
        random.ints(LENGTH, 0, LETTERS.length()).forEach(index -> word.append(LETTERS.charAt(index)));
        return word.toString();
    }

    String capitalised() {
        String word = word();
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** A number that can be one of the United States. */
    String number() {
        return "+1212" + random.nextInt(2, 10) + String.format("%06d", random.nextInt(1_000_000));
    }

    /** Of this machine: it is loopback up to the last three bytes. */
    String address() {
        return "127." + random.nextInt(100, 255) + "." + random.nextInt(100, 255) + "." + random.nextInt(100, 255);
    }

    /** What the product keeps. */
    String keep(String field, String text) {
        return keep(field, text, NONE);
    }

    /** What the product keeps, in letters or as the bytes they spell. */
    String keep(String field, String text, byte[] raw) {
        all.add(new One(field, text, true, raw));
        return text;
    }

    /** What the product is told and keeps nothing readable of, whatever is sealed or not. */
    String drop(String field, String text) {
        all.add(new One(field, text, false, NONE));
        return text;
    }
}
