package hotleads.core.mood;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** What is usual for one person: the median of what they said in the thirty days before a moment. */
public final class UsualMood {
    /** The answer, and everything below it, that is low for anybody. */
    public static final int LOW = 3;

    /** So far below one's own median is low for oneself. */
    public static final int FAR_BELOW = 3;

    /** How far a median looks back. */
    public static final Duration BACK = Duration.ofDays(30);

    /** Of fewer there is nothing usual to say. */
    static final int FEWEST = 3;

    private final List<CheckIn> all;

    /** @param all one person's, in any order */
    public UsualMood(List<CheckIn> all) {
        this.all = List.copyOf(all);
    }

    /** Empty while there are too few to tell. */
    public OptionalDouble before(Instant moment) {
        return medianOf(between(moment.minus(BACK), moment));
    }

    /** Whether an answer is three or more below what was usual before it. */
    public boolean isFarBelow(CheckIn checkIn) {
        OptionalDouble usual = before(checkIn.at());
        return usual.isPresent() && checkIn.answer() <= usual.getAsDouble() - FAR_BELOW;
    }

    /** Low for anybody, or for this one person. */
    public boolean isLow(CheckIn checkIn) {
        return checkIn.answer() <= LOW || isFarBelow(checkIn);
    }

    private List<Integer> between(Instant from, Instant before) {
        return all.stream()
                .filter(one -> !one.at().isBefore(from) && one.at().isBefore(before))
                .map(CheckIn::answer)
                .toList();
    }

    static OptionalDouble medianOf(List<Integer> answers) {
        if (answers.size() < FEWEST) {
            return OptionalDouble.empty();
        }
        List<Integer> sorted = answers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return OptionalDouble.of(
                sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0);
    }
}
