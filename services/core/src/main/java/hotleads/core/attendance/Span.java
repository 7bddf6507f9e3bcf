package hotleads.core.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of time. */
public record Span(Instant from, Instant to) {
    boolean overlaps(Span other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    long seconds() {
        return Duration.between(from, to).toSeconds();
    }

    /** The parts that lie in a span, those that touch made one: two devices at once count once. */
    static List<Span> union(List<Span> spans, Span within) {
        List<Span> sorted = spans.stream()
                .filter(within::overlaps)
                .map(one -> new Span(later(one.from, within.from), earlier(one.to, within.to)))
                .sorted(Comparator.comparing(Span::from))
                .toList();
        List<Span> merged = new ArrayList<>();
        for (Span one : sorted) {
            Span last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && !one.from.isAfter(last.to)) {
                merged.set(merged.size() - 1, new Span(last.from, later(last.to, one.to)));
            } else {
                merged.add(one);
            }
        }
        return List.copyOf(merged);
    }

    static long secondsOf(List<Span> spans) {
        return spans.stream().mapToLong(Span::seconds).sum();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
