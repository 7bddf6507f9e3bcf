package hotleads.core.lookback;

/**
 * How many of those listed went on to book, each person counted once in fourteen days.
 *
 * @param lowPercent of the 95 % interval (Wilson's, which holds for small counts and shares near none or all)
 * @param enough whether they are enough to say anything
 */
record Share(int counted, int booked, int percent, int lowPercent, int highPercent, boolean enough) {
    static final int FEWEST = 30;
    private static final double Z = 1.959964;

    static Share of(int counted, int booked) {
        if (counted == 0) {
            return new Share(0, 0, 0, 0, 100, false);
        }
        double share = (double) booked / counted;
        double square = Z * Z;
        double centre = (share + square / (2 * counted)) / (1 + square / counted);
        double half = Z
                * Math.sqrt(share * (1 - share) / counted + square / (4.0 * counted * counted))
                / (1 + square / counted);
        return new Share(
                counted,
                booked,
                percent(share),
                percent(Math.max(0, centre - half)),
                percent(Math.min(1, centre + half)),
                counted >= FEWEST);
    }

    private static int percent(double share) {
        return (int) Math.round(100 * share);
    }
}
