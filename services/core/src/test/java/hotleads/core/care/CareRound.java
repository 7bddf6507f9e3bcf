package hotleads.core.care;

import hotleads.core.RunUntilShutdown;

/** One look of the job that watches the care lane, for tests that move the time by hand. */
public final class CareRound {
    private CareRound() {}

    /** @param job the job, standing still */
    public static void by(RunUntilShutdown job) {
        WatchCare care = (WatchCare) job;
        care.hearSilence();
        care.escalate();
    }
}
