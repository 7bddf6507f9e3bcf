package hotleads.core.leads.rules;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing a rule found to say.
 *
 * @param booking the booking it feeds on, which may feed no other reason; null when it feeds on none
 * @param values for the rule's sentence
 * @param evidence the deciding record first
 */
record Finding(@Nullable Long booking, Course course, Map<String, Object> values, List<Evidence> evidence) {}
