package hotleads.core.erasures;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints why core does not start as a sentence instead of a stack trace. */
class LedgerFailureAnalyzer extends AbstractFailureAnalyzer<LedgerUnusable> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LedgerUnusable cause) {
        return new FailureAnalysis("Cannot start. " + cause.getMessage(), "See docs/runbooks/erasure.md.", cause);
    }
}
