package hotleads.core.lookback;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a look back found.
 *
 * @param from the first morning looked at; null when there was none
 * @param until the last one: those after it have not had their fourteen days yet
 * @param people how many were looked at
 * @param leftOut how many could not be, as something of theirs does not open
 * @param now by what holds now
 * @param draft by what somebody thinks of
 * @param newest newest activity first, of all who might be contacted
 * @param random by lot, of the same
 * @param rules what became of those whom each rule spoke for, by what holds now
 * @param contacts what became of those who were contacted, by what spoke for them then
 */
record LookedBack(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        int days,
        int people,
        int leftOut,
        Listing now,
        Listing draft,
        Share newest,
        Share random,
        List<RuleRecord> rules,
        List<AfterContact> contacts,
        Moves moves) {

    /**
     * One way to make the list.
     *
     * @param cameBack bookings of people who had none and might have been listed within the fourteen days before
     * @param missed how many of those never were
     * @param alreadyBooked places given to somebody known to have booked: none, or the list is wrong
     * @param bookedUnheard places given to somebody who had booked, of which we had not heard yet
     */
    record Listing(Share share, int cameBack, int missed, int alreadyBooked, int bookedUnheard) {}

    /** @param disputed how often somebody said that its reason is wrong */
    record RuleRecord(String rule, int shown, int contacted, int booked, int disputed) {}

    /** @param booked null while fewer than twenty were contacted */
    record AfterContact(
            String rule, int contacted, @Nullable Integer booked) {}

    /**
     * What would change on today's list.
     *
     * @param moved of those who stay, three places or more
     */
    record Moves(List<UUID> entered, List<UUID> left, List<Moved> moved) {}

    /** One person's place, from 1. */
    record Moved(UUID person, int from, int to) {}
}
