package hotleads.simulators.zoom;

import java.util.Base64;
import java.util.Random;

/** Numbers made up from a seed, the same for the same seed at every start. */
final class Chance {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

    private final Random random;

    private Chance(long seed) {
        // Neighbouring seeds would give neighbouring first numbers.
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        random.nextInt();
    }

    static Chance of(long seed) {
        return new Chance(seed);
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    String id(int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** A run's name: base64, where slashes stand wherever they like; one in seven begins with one. */
    String uuid() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        if (random.nextInt(7) == 0) {
            bytes[0] = (byte) 0xfc;
            bytes[1] = (byte) (bytes[1] & 0x0f);
        }
        return Base64.getEncoder().encodeToString(bytes);
    }
}
