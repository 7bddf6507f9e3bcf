package hotleads.core.practice;

import hotleads.core.settings.SettingKind;
import java.time.Duration;

/** How soon before its beginning a time is offered no more; Acuity's own notice holds beside it. */
public record BookingNotice(int minutes) {
    private static final int LONGEST = 14 * 24 * 60;

    static final SettingKind<BookingNotice> KIND =
            new SettingKind<>("notice", BookingNotice.class, new BookingNotice(0));

    boolean makesSense() {
        return minutes >= 0 && minutes <= LONGEST;
    }

    public Duration length() {
        return Duration.ofMinutes(minutes);
    }
}
