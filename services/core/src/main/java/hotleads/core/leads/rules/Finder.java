package hotleads.core.leads.rules;

import java.util.List;

/** The part of a rule that looks at the facts; its points and fading are a row of {@link Rule}. */
@FunctionalInterface
interface Finder {
    List<Finding> find(Situation situation);
}
