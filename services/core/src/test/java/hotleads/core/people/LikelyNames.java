package hotleads.core.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All pairs of common names, with how many others would hold each of their digests. */
final class LikelyNames {
    private final Map<Integer, List<Pair>> byDigests = new HashMap<>();

    /** @param logs of how many others are expected to hold each digest, the commonest first */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Pair(String first, String last, double[] logs, double base) {}

    /**
     * Made once for all practices of a size.
     *
     * @param others how many people there are beside the one who is looked at
     */
    LikelyNames(
            int others,
            CommonNames first,
            CommonNames last,
            Function<String, List<String>> beginnings,
            int firstNames,
            int surnames) {
        Map<String, Double> shares = CommonNames.beginnings(List.of(first, last), beginnings);
        Function<CommonNames.Name, double[]> logs = name -> beginnings.apply(name.folded()).stream()
                .mapToDouble(token -> Math.log(others * shares.getOrDefault(token, 0.0)))
                .toArray();
        List<double[]> ofSurnames = last.top(surnames).stream().map(logs).toList();
        for (CommonNames.Name one : first.top(firstNames)) {
            double[] ofFirst = logs.apply(one);
            for (int index = 0; index < surnames; index++) {
                Pair pair = pair(one, last.top(surnames).get(index), ofFirst, ofSurnames.get(index));
                byDigests
                        .computeIfAbsent(pair.logs.length, absent -> new ArrayList<>())
                        .add(pair);
            }
        }
    }

    private static Pair pair(CommonNames.Name one, CommonNames.Name other, double[] ofOne, double[] ofOther) {
        double[] logs = Arrays.copyOf(ofOne, ofOne.length + ofOther.length);
        System.arraycopy(ofOther, 0, logs, ofOne.length, ofOther.length);
        Arrays.sort(logs);
        for (int low = 0, high = logs.length - 1; low < high; low++, high--) {
            double swapped = logs[low];
            logs[low] = logs[high];
            logs[high] = swapped;
        }
        double base = Math.log(one.share()) + Math.log(other.share());
        for (double log : logs) {
            base -= Math.exp(log);
        }
        return new Pair(one.folded(), other.folded(), logs, base);
    }

    /**
     * First name and surname, by Poisson likelihood.
     *
     * @param signature how many others hold each of the person's digests, the most first
     */
    String[] likeliest(int[] signature) {
        int held = signature.length;
        while (held > 0 && signature[held - 1] == 0) {
            held--;
        }
        String[] guess = {"", ""};
        double best = Double.NEGATIVE_INFINITY;
        for (Pair pair : byDigests.getOrDefault(signature.length, List.of())) {
            double likelihood = pair.base;
            for (int index = 0; index < held; index++) {
                likelihood += signature[index] * pair.logs[index];
            }
            if (likelihood > best) {
                best = likelihood;
                guess[0] = pair.first;
                guess[1] = pair.last;
            }
        }
        return guess;
    }
}
