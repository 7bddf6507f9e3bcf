package hotleads.core.hours;

import java.util.List;

/** From one minute of a weekday, 1 to 7, until before another; 1440 is its end. */
public record Hours(int weekday, int fromMinute, int untilMinute) {
    public static final int DAY = 24 * 60;

    private static final int DAYS = 7;
    private static final int MOST_IN_A_WEEK = 42;

    /** Whether all of them make sense, and no two lie over each other. */
    public static boolean makeAWeek(List<Hours> all) {
        return all.size() <= MOST_IN_A_WEEK && all.stream().allMatch(Hours::makesSense) && !overlap(all);
    }

    private static boolean overlap(List<Hours> all) {
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (all.get(i).overlaps(all.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean makesSense() {
        return weekday >= 1 && weekday <= DAYS && fromMinute >= 0 && untilMinute <= DAY && fromMinute < untilMinute;
    }

    boolean overlaps(Hours other) {
        return weekday == other.weekday && fromMinute < other.untilMinute && other.fromMinute < untilMinute;
    }
}
