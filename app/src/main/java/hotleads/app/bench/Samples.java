package hotleads.app.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Measured values, and what stands for all of them. */
final class Samples {
    private static final double KEPT = 0.9;

    private final double[] sorted;

    private Samples(double[] values) {
        this.sorted = values;
        Arrays.sort(sorted);
    }

    static Samples of(double... values) {
        return new Samples(values.clone());
    }

    static Samples of(List<Double> values) {
        return new Samples(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The middle one, or the mean of the two in the middle. */
    double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The smallest value that at least this share of all does not exceed (nearest rank). */
    double quantile(double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(rank, 1) - 1];
    }

    /** Welch's t of two, the slowest tenth of all left out: how far they can be told apart by their time. */
    static double welch(List<Double> first, List<Double> second) {
        double slowest =
                of(Stream.concat(first.stream(), second.stream()).toList()).quantile(KEPT);
        double[] a = first.stream()
                .mapToDouble(Double::doubleValue)
                .filter(time -> time <= slowest)
                .toArray();
        double[] b = second.stream()
                .mapToDouble(Double::doubleValue)
                .filter(time -> time <= slowest)
                .toArray();
        return (mean(a) - mean(b)) / Math.sqrt(variance(a) / a.length + variance(b) / b.length);
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

    int count() {
        return sorted.length;
    }
}
