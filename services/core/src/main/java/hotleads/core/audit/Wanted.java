package hotleads.core.audit;

import hotleads.audit.stored.Filter;
import hotleads.platform.problem.Problem;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Which entries someone asks for.
 *
 * @param person whom it was done to
 * @param actor an account's id, or the name of a service or job
 * @param act the word, or what its words begin with, such as {@code sign-in}
 * @param from the first moment
 * @param to the first moment no longer meant
 */
record Wanted(
        @Nullable UUID person,
        @Nullable String actor,
        @Nullable String act,
        @Nullable Instant from,
        @Nullable Instant to) {
    /** Words, ids and times only: the question is written into the trail itself. */
    Wanted {
        if (!new Filter(person, actor, act, from, to).isPlain()) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-filter", "Filter by ids, words and times");
        }
    }

    Filter filter() {
        return new Filter(person, actor, act, from, to);
    }

    /** As parameters of an address. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "person", person);
        put(parameters, "actor", actor);
        put(parameters, "act", act);
        put(parameters, "from", from);
        put(parameters, "to", to);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    /** As the trail remembers it. */
    String inWords() {
        Map<String, String> parameters = parameters();
        return parameters.isEmpty()
                ? "all"
                : parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                        .collect(Collectors.joining("&"));
    }
}
