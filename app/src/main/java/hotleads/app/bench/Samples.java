package hotleads.app.bench;

import java.util.Arrays;
import java.util.List;

/** Measured values, and what stands for all of them. */
final class Samples {
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

    int count() {
        return sorted.length;
    }
}
