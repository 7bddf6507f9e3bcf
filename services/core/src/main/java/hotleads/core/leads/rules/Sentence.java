package hotleads.core.leads.rules;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sentence still without its language: the catalogue's key and the values it needs.
 *
 * @param values each a Long, an Instant or a String code; never anything a person is called
 */
public record Sentence(String key, Map<String, Object> values) {

    public Sentence {
        // In the order of names: Map.of changes its order from one start to the next, and stored reasons must not.
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }
}
