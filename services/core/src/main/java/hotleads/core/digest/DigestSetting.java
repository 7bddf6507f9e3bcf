package hotleads.core.digest;

import hotleads.core.settings.SettingKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Whether digests are mailed, and when.
 *
 * @param atMinute of the day, by the practice's wall
 */
record DigestSetting(boolean on, int atMinute) {
    private static final int MINUTES = 24 * 60;

    static final SettingKind<DigestSetting> KIND =
            new SettingKind<>("digest", DigestSetting.class, new DigestSetting(true, 8 * 60));

    boolean makesSense() {
        return atMinute >= 0 && atMinute < MINUTES;
    }

    /** In an hour that a clock change leaves out, as much later; in one it brings twice, the first time. */
    Instant on(LocalDate day, ZoneId zone) {
        return day.atTime(LocalTime.ofSecondOfDay(atMinute * 60L)).atZone(zone).toInstant();
    }
}
