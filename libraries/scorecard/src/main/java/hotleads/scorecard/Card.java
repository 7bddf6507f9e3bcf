package hotleads.scorecard;

import java.util.Collection;

/**
 * Whole points that add up; the more, the likelier a session is missed. They are the coefficients of a logistic
 * regression over the steps of both factors, held back by a penalty of one so that a step nobody was seen in gets none,
 * times four and rounded.
 */
public final class Card {
    /** Fine enough to tell the steps apart, and a difference of one can still be explained. */
    private static final int POINTS_A_UNIT = 4;

    /** Far more than it takes to settle; each goes over every step of both factors once. */
    private static final int ROUNDS = 30;

    private final int[][] points;

    private Card(int[][] points) {
        this.points = points;
    }

    /** The same sessions in any order give the same card. */
    public static Card fit(Collection<Known> sessions) {
        return new Card(new Fit(sessions).rounded());
    }

    public int points(Before before) {
        int sum = 0;
        for (Factor factor : Factor.values()) {
            sum += points[factor.ordinal()][factor.stepOf(before)];
        }
        return sum;
    }

    /**
     * One regression. Sessions that a card cannot tell apart are counted together, so thousands cost no more than
     * dozens.
     */
    private static final class Fit {
        private final long[][] known = new long[Factor.DAYS_AHEAD.steps()][Factor.HISTORY.steps()];
        private final long[][] missed = new long[Factor.DAYS_AHEAD.steps()][Factor.HISTORY.steps()];
        private final double[] ahead = new double[Factor.DAYS_AHEAD.steps()];
        private final double[] history = new double[Factor.HISTORY.steps()];
        private final double usual;

        Fit(Collection<Known> sessions) {
            double all = 1;
            double ofThemMissed = 0.5;
            for (Known session : sessions) {
                int row = Factor.DAYS_AHEAD.stepOf(session.before());
                int column = Factor.HISTORY.stepOf(session.before());
                known[row][column]++;
                all++;
                if (session.wasMissed()) {
                    missed[row][column]++;
                    ofThemMissed++;
                }
            }
            usual = Math.log(ofThemMissed / (all - ofThemMissed));
        }

        int[][] rounded() {
            for (int round = 0; round < ROUNDS; round++) {
                for (int row = 0; row < ahead.length; row++) {
                    ahead[row] += step(row, row + 1, 0, history.length, ahead[row]);
                }
                for (int column = 0; column < history.length; column++) {
                    history[column] += step(0, ahead.length, column, column + 1, history[column]);
                }
            }
            return new int[][] {rounded(ahead), rounded(history)};
        }

        /** One step of Newton's for the coefficient that these cells share. */
        private double step(int fromRow, int toRow, int fromColumn, int toColumn, double coefficient) {
            double gradient = -coefficient;
            double curvature = 1;
            for (int row = fromRow; row < toRow; row++) {
                for (int column = fromColumn; column < toColumn; column++) {
                    double chance = 1 / (1 + Math.exp(-(usual + ahead[row] + history[column])));
                    gradient += missed[row][column] - known[row][column] * chance;
                    curvature += known[row][column] * chance * (1 - chance);
                }
            }
            return gradient / curvature;
        }

        private static int[] rounded(double[] coefficients) {
            int[] whole = new int[coefficients.length];
            for (int index = 0; index < whole.length; index++) {
                whole[index] = (int) Math.round(coefficients[index] * POINTS_A_UNIT);
            }
            return whole;
        }
    }
}
