package hotleads.scorecard;

/**
 * What is known of a session before it, and all a card may look at: nothing of who the person is.
 *
 * @param daysAhead days on the calendar from booking to session, from 0
 * @param earlier how many earlier sessions of theirs are known to have been kept or missed
 * @param missed how many of those they missed
 */
public record Before(int daysAhead, int earlier, int missed) {
    public Before {
        if (daysAhead < 0 || missed < 0 || missed > earlier) {
            throw new IllegalArgumentException(
                    "Of " + earlier + " sessions " + missed + " missed, booked " + daysAhead + " days ahead");
        }
    }
}
