package hotleads.platform.traces;

import java.util.Map;

/**
 * What a collector hears of one step.
 *
 * @param parent blank where a trace begins
 * @param labels all attributes of the step, and of the program that told it
 */
public record ToldSpan(String trace, String id, String parent, String name, Map<String, String> labels) {
    /** The program that told it. */
    public String program() {
        return labels.getOrDefault("service.name", "");
    }
}
