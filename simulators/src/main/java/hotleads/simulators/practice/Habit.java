package hotleads.simulators.practice;

/** How a made-up client comes and stays away; {@code people} is how many of the sixty do so. */
enum Habit {
    WEEKLY(12),
    FORTNIGHTLY(13),
    /** Cancelled lately and booked again. */
    REBOOKED(5),
    /** Had the first session, and the second is booked. */
    SETTLING_IN(4),
    /** The first session is still to come. */
    ARRIVING(4),
    /** Had the first session and booked no second. */
    FIRST_ONLY(4),
    /** Came regularly, is past the usual gap, and nothing is booked. */
    LAPSED(5),
    /** Cancelled and did not book again. */
    CANCELLED(5),
    /** Booked within a day of the session and cancelled that: certainly short notice. */
    CANCELLED_LATE(2),
    /** Did not come and booked nothing since. */
    MISSED(2),
    /** Stopped months ago. */
    LONG_GONE(4);

    private final int people;

    Habit(int people) {
        this.people = people;
    }

    int people() {
        return people;
    }
}
