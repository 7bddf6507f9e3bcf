package hotleads.app.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How well numbers tell beforehand which things happen. */
final class Ranking {
    private Ranking() {}

    /** A number given beforehand, and whether it happened. */
    record Scored(double number, boolean happened) {}

    /**
     * How often, of one that happened and one that did not, the first had the higher number; equal ones count half
     * (Mann and Whitney's U over the number of pairs).
     *
     * @return NaN unless some happened and some did not
     */
    static double areaUnderCurve(List<Scored> all) {
        double below = 0;
        double pairs = 0;
        for (Group group : groups(all).values()) {
            pairs += group.happened * (below + group.not / 2.0);
            below += group.not;
        }
        long happened = all.stream().filter(Scored::happened).count();
        return pairs / ((double) happened * (all.size() - happened));
    }

    /**
     * How far the chances are from the shares on average: whole percents are compared with the share of those that were
     * given as many.
     */
    static double calibrationError(List<Scored> all) {
        List<Scored> percents = all.stream()
                .map(one -> new Scored(Math.round(one.number * 100) / 100.0, one.happened))
                .toList();
        double sum = 0;
        for (Map.Entry<Double, Group> entry : groups(percents).entrySet()) {
            Group group = entry.getValue();
            sum += Math.abs(entry.getKey() * group.size() - group.happened);
        }
        return sum / all.size();
    }

    private static final class Group {
        private long happened;
        private long not;

        long size() {
            return happened + not;
        }
    }

    private static Map<Double, Group> groups(List<Scored> all) {
        Map<Double, Group> groups = new TreeMap<>(Comparator.naturalOrder());
        for (Scored one : all) {
            Group group = groups.computeIfAbsent(one.number, _ -> new Group());
            if (one.happened) {
                group.happened++;
            } else {
                group.not++;
            }
        }
        return groups;
    }
}
