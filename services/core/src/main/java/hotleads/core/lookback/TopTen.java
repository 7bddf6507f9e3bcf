package hotleads.core.lookback;

import hotleads.core.Ids;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;

/**
 * The first ten of each of some mornings, kept while everyone passes by, so that a large practice needs no more room.
 */
final class TopTen {
    static final int PLACES = 10;

    private static final Comparator<Entry> WORST_FIRST = Comparator.comparingLong(Entry::rank)
            .thenComparing(Comparator.comparingLong(Entry::waiting).reversed())
            .thenComparing(Entry::person, Ids.BY_AGE.reversed());

    private final List<PriorityQueue<Entry>> mornings = new ArrayList<>();
    private final int again;

    /** @param again after how many mornings somebody is counted once more */
    TopTen(int mornings, int again) {
        this.again = again;
        for (int i = 0; i < mornings; i++) {
            this.mornings.add(new PriorityQueue<>(PLACES + 1, WORST_FIRST));
        }
    }

    /**
     * Somebody on one morning.
     *
     * @param rank the higher, the earlier in the list
     * @param waiting the lower, the earlier among equals
     * @param knownBooked though we knew that they had booked
     * @param unheard they had booked, and we had not heard
     */
    record Entry(
            UUID person,
            long rank,
            long waiting,
            boolean knownBooked,
            boolean unheard,
            boolean booked,
            boolean contacted,
            List<String> rules) {}

    void offer(int morning, Entry entry) {
        PriorityQueue<Entry> ten = mornings.get(morning);
        ten.add(entry);
        if (ten.size() > PLACES) {
            ten.remove();
        }
    }

    /** Every place of every morning. */
    List<Entry> places() {
        return mornings.stream().flatMap(PriorityQueue::stream).toList();
    }

    /**
     * Each person once, until so many mornings have passed: whoever stays listed for a week is one success, not seven.
     */
    List<Entry> counted() {
        Map<UUID, Integer> last = new HashMap<>();
        List<Entry> counted = new ArrayList<>();
        for (int morning = 0; morning < mornings.size(); morning++) {
            List<Entry> ten = new ArrayList<>(mornings.get(morning));
            ten.sort(Collections.reverseOrder(WORST_FIRST));
            for (Entry entry : ten) {
                Integer before = last.get(entry.person);
                if (before == null || morning - before >= again) {
                    last.put(entry.person, morning);
                    counted.add(entry);
                }
            }
        }
        return counted;
    }

    Share share() {
        List<Entry> counted = counted();
        return Share.of(
                counted.size(), (int) counted.stream().filter(Entry::booked).count());
    }

    /** On which mornings each was listed. */
    Map<UUID, List<Integer>> listed() {
        Map<UUID, List<Integer>> listed = new HashMap<>();
        for (int morning = 0; morning < mornings.size(); morning++) {
            for (Entry entry : mornings.get(morning)) {
                listed.computeIfAbsent(entry.person, first -> new ArrayList<>()).add(morning);
            }
        }
        return listed;
    }
}
