package hotleads.core.leads.rules;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reason's tenths over time: nothing, a line up to the full points, then halving again and again.
 *
 * @param points full points in tenths; those below 0 fade as their size does
 */
record Curve(int points, Duration halfLife, Course course) {

    int tenthsAt(Instant now) {
        return Integer.signum(points) * sizeAt(now.toEpochMilli());
    }

    /** The first instant after {@code now} with other tenths, or at which they begin to build; null for never. */
    @Nullable
    Instant nextChangeAfter(Instant now) {
        long time = now.toEpochMilli();
        if (time < startsAt()) {
            return course.startsAt();
        }
        int size = sizeAt(time);
        if (time < fullAt() && size < fullSize()) {
            return Instant.ofEpochMilli(firstAbove(size));
        }
        return size == 0 ? null : Instant.ofEpochMilli(firstBelow(size));
    }

    private int sizeAt(long time) {
        if (time < startsAt()) {
            return 0;
        }
        return time < fullAt() ? builtAt(time) : fadedAt(time);
    }

    /** Whole numbers only, so that a half is a half. */
    private int builtAt(long time) {
        return (int) ((2 * fullSize() * (time - startsAt()) + span()) / (2 * span()));
    }

    private int fadedAt(long time) {
        double age = Math.max(0, time - course.fadesFrom().toEpochMilli());
        // StrictMath: the same score on every processor, and on both sides of a just-in-time compilation.
        return (int) StrictMath.floor(fullSize() * StrictMath.pow(0.5, age / halfLife.toMillis()) + 0.5);
    }

    private long firstAbove(int size) {
        return startsAt() + Math.ceilDiv(span() * (2L * size + 1), 2 * fullSize());
    }

    private long firstBelow(int size) {
        double halvings = StrictMath.log(fullSize() / (size - 0.5)) / StrictMath.log(2);
        long time = course.fadesFrom().toEpochMilli() + (long) (halvings * halfLife.toMillis());
        // The logarithm lands within a millisecond of the edge; the curve itself says on which side.
        time -= 1;
        while (fadedAt(time) >= size) {
            time += 1;
        }
        return time;
    }

    private long fullSize() {
        return Math.abs(points);
    }

    private long startsAt() {
        return course.startsAt().toEpochMilli();
    }

    private long fullAt() {
        return course.fullAt().toEpochMilli();
    }

    private long span() {
        return fullAt() - startsAt();
    }
}
