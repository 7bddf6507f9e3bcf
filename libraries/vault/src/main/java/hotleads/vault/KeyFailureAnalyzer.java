package hotleads.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints why a program does not start as a sentence instead of a stack trace. */
class KeyFailureAnalyzer extends AbstractFailureAnalyzer<KeyUnusable> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeyUnusable cause) {
        return new FailureAnalysis("Cannot start. " + cause.getMessage(), "See docs/runbooks/keys.md.", cause);
    }
}
