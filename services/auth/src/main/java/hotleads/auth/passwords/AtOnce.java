package hotleads.auth.passwords;

import java.util.concurrent.Semaphore;

/**
 * How many passwords are looked at in the same moment: one more than there are cores, so that none idles while an
 * answer is written; and on half of the cores while most passwords are wrong, for then it is guessing, and the other
 * half is for everybody else.
 */
// Never written anywhere.
@SuppressWarnings("serial")
final class AtOnce extends Semaphore {
    /** About how many of the last ones decide. */
    private static final int LAST = 16;

    private static final double GUESSING = 0.75;
    private static final double OVER = 0.5;

    private final int many;
    private final int few;
    private double wrong;
    private boolean guessing;

    AtOnce(int cores) {
        super(cores + 1, true);
        this.many = cores + 1;
        this.few = Math.max(1, cores / 2);
    }

    synchronized void checked(boolean right) {
        wrong += ((right ? 0 : 1) - wrong) / LAST;
        if (!guessing && wrong > GUESSING) {
            guessing = true;
            reducePermits(many - few);
        } else if (guessing && wrong < OVER) {
            guessing = false;
            release(many - few);
        }
    }
}
