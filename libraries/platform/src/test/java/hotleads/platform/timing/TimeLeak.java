package hotleads.platform.timing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Whether two kinds of call can be told apart by their time, after dudect (Reparaz, Balasch, Verbauwhede, "Dude, is my
 * code constant time?", 2017): drawn at random one after the other, so that a machine that slows down slows both; the
 * slowest tenth of all left out, which is the machine's doing; then Welch's t.
 */
public final class TimeLeak {
    /** From this on the two are told apart; below, chance does as much: it reaches 4.5 once in 150,000 times. */
    public static final double LIMIT = 4.5;

    private static final long SEED = 20261126;
    private static final double KEPT = 0.9;

    private TimeLeak() {}

    /**
     * @param act the one call whose time is taken: two would be told apart by the compiler's work alone
     * @param first makes what it is given, afresh for each call: two objects would be told apart by where they lie
     * @param <T> what it is given
     * @return t, without its sign, over so many calls with each
     */
    public static <T> double between(Consumer<T> act, Supplier<T> first, Supplier<T> second, int samples) {
        measure(act, drawn(first, second, samples));
        List<Drawn<T>> given = drawn(first, second, samples);
        long[] times = measure(act, given);
        return Math.abs(welch(timesOf(0, given, times), timesOf(1, given, times)));
    }

    private record Drawn<T>(int kind, T given) {}

    private static <T> List<Drawn<T>> drawn(Supplier<T> first, Supplier<T> second, int samples) {
        List<Integer> kinds = new ArrayList<>(Collections.nCopies(samples, 0));
        kinds.addAll(Collections.nCopies(samples, 1));
        Collections.shuffle(kinds, new Random(SEED));
        return kinds.stream()
                .map(kind -> new Drawn<>(kind, kind == 0 ? first.get() : second.get()))
                .toList();
    }

    private static <T> long[] measure(Consumer<T> act, List<Drawn<T>> given) {
        long[] times = new long[given.size()];
        for (int i = 0; i < times.length; i++) {
            T one = given.get(i).given;
            long begun = System.nanoTime();
            act.accept(one);
            times[i] = System.nanoTime() - begun;
        }
        return times;
    }

    private static <T> long[] timesOf(int kind, List<Drawn<T>> given, long[] times) {
        return IntStream.range(0, times.length)
                .filter(i -> given.get(i).kind == kind)
                .mapToLong(i -> times[i])
                .toArray();
    }

    /** Welch's t of what is left of both when the slowest tenth of all is left out. */
    static double welch(long[] first, long[] second) {
        long[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        Arrays.sort(all);
        long slowest = all[(int) (all.length * KEPT)];
        double[] a = Arrays.stream(first)
                .filter(time -> time <= slowest)
                .asDoubleStream()
                .toArray();
        double[] b = Arrays.stream(second)
                .filter(time -> time <= slowest)
                .asDoubleStream()
                .toArray();
        double spread = variance(a) / a.length + variance(b) / b.length;
        double difference = mean(a) - mean(b);
        return spread == 0 ? difference * Double.MAX_VALUE : difference / Math.sqrt(spread);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }
}
