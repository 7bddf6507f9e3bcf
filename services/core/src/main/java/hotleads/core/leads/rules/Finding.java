package hotleads.core.leads.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing a rule found to say.
 *
 * @param booking the booking it feeds on, which may feed no other reason; null when it feeds on none
 * @param values for the rule's sentence
 * @param evidence the deciding record first
 * @param points in tenths where they are not the rule's; null where they are
 * @param alsoNeeds sources beside the rule's: one that is late marks it, and withholds nothing that was seen
 */
record Finding(
        @Nullable Long booking,
        Course course,
        Map<String, Object> values,
        List<Evidence> evidence,
        @Nullable Integer points,
        Set<Source> alsoNeeds) {
    Finding(@Nullable Long booking, Course course, Map<String, Object> values, List<Evidence> evidence) {
        this(booking, course, values, evidence, null, Set.of());
    }
}
