package hotleads.core.leads.rules;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** P1: they asked us to call at a set time, it has come, and nothing was logged since. */
final class PromisedCall implements Finder {

    @Override
    public List<Finding> find(Situation situation) {
        return situation.duePromise().map(PromisedCall::finding).stream().toList();
    }

    private static Finding finding(OutcomeFact promise) {
        Instant callAt = requireNonNull(promise.callBackAt());
        return new Finding(
                null,
                Course.fadingFrom(callAt),
                Map.of("callAt", callAt, "promisedAt", promise.at()),
                List.of(promise.asEvidence()));
    }
}
