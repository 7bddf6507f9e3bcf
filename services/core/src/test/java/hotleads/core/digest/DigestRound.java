package hotleads.core.digest;

import hotleads.core.RunUntilShutdown;

/** One look of the job that hands digests over, for tests that move the time by hand. */
public final class DigestRound {
    private DigestRound() {}

    /** @param job the job, standing still */
    public static void by(RunUntilShutdown job) {
        ((SendDigests) job).sendWhatIsDue();
    }
}
