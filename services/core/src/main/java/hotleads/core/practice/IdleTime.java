package hotleads.core.practice;

import hotleads.core.settings.SettingKind;

/**
 * After how long a screen that was left alone is locked. It can be shortened alone: longer than the ten minutes with
 * which every practice starts would be less safe, and nobody decides that by themselves.
 */
record IdleTime(int minutes) {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 10;

    static final SettingKind<IdleTime> KIND = new SettingKind<>("idle", IdleTime.class, new IdleTime(LONGEST));

    boolean makesSense() {
        return minutes >= SHORTEST && minutes <= LONGEST;
    }
}
