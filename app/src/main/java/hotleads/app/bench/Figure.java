package hotleads.app.bench;

/**
 * One figure, with what it is held to.
 *
 * @param value the median of all rounds
 * @param unit what the value counts, such as {@code x} for a multiple of the limit
 * @param measured what was measured, in words and absolute numbers
 * @param limit what it is measured against, from the same run
 * @param moreIsBetter whether a higher value is the better one
 */
public record Figure(
        String name,
        double value,
        String unit,
        String measured,
        String limit,
        double first,
        double aim,
        boolean moreIsBetter) {
    /** How far it got. */
    public enum Verdict {
        AIM,
        FIRST,
        MISSED
    }

    /** Rounded values could reach what the measured ones miss, so these are compared unrounded. */
    public Verdict verdict() {
        if (reaches(aim)) {
            return Verdict.AIM;
        }
        return reaches(first) ? Verdict.FIRST : Verdict.MISSED;
    }

    // A figure that could not be taken is NaN, and reaches nothing.
    private boolean reaches(double wanted) {
        return moreIsBetter ? value >= wanted : value <= wanted;
    }
}
