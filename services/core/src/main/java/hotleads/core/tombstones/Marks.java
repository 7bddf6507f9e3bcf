package hotleads.core.tombstones;

import java.util.Locale;

/** The texts that tombstones are digests of. */
public final class Marks {
    /** The kind of all of them; each text says what it is itself. */
    public static final String DIGEST = "tombstone";

    private static final char BETWEEN = '\u001f';

    private Marks() {}

    /** One record at a provider, whatever it says today. */
    public static String record(String source, long id) {
        return "record" + BETWEEN + source + BETWEEN + id;
    }

    /**
     * Somebody of this name at this address or number: as people are told apart, no less.
     *
     * @param name folded
     * @param reach an e-mail address or a number, normalised
     */
    public static String who(String name, String reach) {
        return "who" + BETWEEN + name + BETWEEN + reach;
    }

    /** A meeting that was theirs and nobody else's but the practitioner's. */
    public static String run(String uuid) {
        return "run" + BETWEEN + uuid;
    }

    /** What somebody is known by in a meeting: an address, a number, or the words of a name. */
    public static String seat(String known) {
        return "seat" + BETWEEN + known.toLowerCase(Locale.ROOT);
    }
}
