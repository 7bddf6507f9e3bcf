package hotleads.core.leads.rules;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What each rule counts for, as the practice decided: settings of the whole practice, in versions.
 *
 * @param version which decision this is; what it made can be told by it
 * @param weights of every rule by its id, in the order of the rules
 */
public record Scoring(int version, Map<String, Weight> weights) {
    private static final int FIRST = 1;

    /** What every practice begins with: written down by judgement, fitted to nothing. */
    public static final Scoring STARTING = new Scoring(FIRST, startingWeights());

    public Scoring {
        Map<String, Weight> inOrder = new LinkedHashMap<>();
        for (Rule rule : Rule.values()) {
            inOrder.put(rule.name(), Objects.requireNonNull(weights.get(rule.name())));
        }
        weights = Collections.unmodifiableMap(inOrder);
    }

    /** Whether these speak of every rule and of no other, and each says what its rule can be told. */
    public static boolean areWhole(Map<String, Weight> weights) {
        return weights.keySet().equals(STARTING.weights.keySet())
                && weights.entrySet().stream()
                        .allMatch(one -> one.getValue().mayReplace(STARTING.of(Rule.valueOf(one.getKey()))));
    }

    Weight of(Rule rule) {
        return Objects.requireNonNull(weights.get(rule.name()));
    }

    private static Map<String, Weight> startingWeights() {
        Map<String, Weight> weights = new LinkedHashMap<>();
        Arrays.stream(Rule.values()).forEach(rule -> weights.put(rule.name(), rule.startingWeight()));
        return weights;
    }
}
