package hotleads.core.leads;

import hotleads.core.leads.rules.Evaluation;
import java.util.List;

/** What is sealed of an evaluation: all that is words. */
record StoredEvaluation(List<ReasonShown> reasons, PlacementShown placement) {
    static StoredEvaluation of(Evaluation evaluation) {
        return new StoredEvaluation(
                evaluation.reasons().stream().map(ReasonShown::of).toList(), PlacementShown.of(evaluation.placement()));
    }
}
