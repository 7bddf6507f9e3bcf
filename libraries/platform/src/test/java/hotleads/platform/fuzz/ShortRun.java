package hotleads.platform.fuzz;

import hotleads.platform.hostile.HostileTexts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Some hundred or thousand inputs for a fuzz target, the same ones in every run: those stored in the folder of its
 * name, and changed copies of them. {@code ./hotleads bench fuzz} goes on from the same ones, led by what they reach.
 */
public final class ShortRun {
    private static final int RUNS = 1_000;
    private static final int MOST_CHANGES = 4;
    private static final int MOST_BYTES = 4_096;
    private static final List<byte[]> WORDS = Stream.of(
                    HostileTexts.TEXTS.stream(), HostileTexts.NO_TEXTS.stream(), Stream.of("\\ud800", "\\u0000", "\n"))
            .flatMap(words -> words)
            .map(word -> word.getBytes(StandardCharsets.UTF_8))
            .filter(word -> word.length < 100)
            .toList();

    private final SplittableRandom random = new SplittableRandom(7);
    private final List<byte[]> stored;

    private ShortRun(List<byte[]> stored) {
        this.stored = stored;
    }

    /** @param one takes an input, and throws whatever is wrong with how it was taken */
    public static void of(Class<?> target, Consumer<byte[]> one) {
        of(target, RUNS, one);
    }

    /** The same for a target whose inputs cost more, a signature each perhaps. */
    public static void of(Class<?> target, int runs, Consumer<byte[]> one) {
        List<byte[]> stored = stored(target);
        stored.forEach(input -> tried(one, input));
        ShortRun run = new ShortRun(stored);
        for (int made = 0; made < runs; made++) {
            tried(one, run.next());
        }
    }

    private static void tried(Consumer<byte[]> one, byte[] input) {
        try {
            // A copy: whoever alters it must not alter what is told of it.
            one.accept(input.clone());
        } catch (RuntimeException | Error wrong) {
            throw new AssertionError(
                    "Fails at this input, in hexadecimal: " + HexFormat.of().formatHex(input), wrong);
        }
    }

    /** None at all is one: the empty input. */
    private static List<byte[]> stored(Class<?> target) {
        URL folder = target.getResource(target.getSimpleName());
        if (folder == null) {
            return List.of(new byte[0]);
        }
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            List<byte[]> stored = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                stored.add(Files.readAllBytes(file));
            }
            return stored;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] next() {
        byte[] input = stored.get(random.nextInt(stored.size()));
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            input = changed(input);
        }
        return input;
    }

    private byte[] changed(byte[] input) {
        int at = random.nextInt(input.length + 1);
        int to = Math.min(input.length, at + random.nextInt(8));
        return switch (random.nextInt(6)) {
            case 0 -> replaced(input, at, to, noise());
            case 1 -> replaced(input, at, to, new byte[0]);
            case 2 -> replaced(input, at, at, Arrays.copyOfRange(input, at, to));
            case 3 -> crossed(input, at);
            default -> replaced(input, wordFrom(input, at), wordTo(input, at), WORDS.get(random.nextInt(WORDS.size())));
        };
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(6)];
        random.nextBytes(noise);
        return noise;
    }

    /** Goes on as another one does. */
    private byte[] crossed(byte[] input, int at) {
        byte[] other = stored.get(random.nextInt(stored.size()));
        int from = random.nextInt(other.length + 1);
        return replaced(input, at, input.length, Arrays.copyOfRange(other, from, other.length));
    }

    private static int wordFrom(byte[] input, int at) {
        int from = at;
        while (from > 0 && Character.isLetterOrDigit(input[from - 1])) {
            from--;
        }
        return from;
    }

    private static int wordTo(byte[] input, int at) {
        int to = at;
        while (to < input.length && Character.isLetterOrDigit(input[to])) {
            to++;
        }
        return to;
    }

    private static byte[] replaced(byte[] input, int from, int to, byte[] by) {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(input, 0, from);
        changed.writeBytes(by);
        changed.write(input, to, input.length - to);
        byte[] whole = changed.toByteArray();
        return whole.length > MOST_BYTES ? Arrays.copyOf(whole, MOST_BYTES) : whole;
    }
}
