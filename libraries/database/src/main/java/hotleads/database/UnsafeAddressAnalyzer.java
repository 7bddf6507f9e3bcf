package hotleads.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what to set as a sentence instead of a stack trace. */
class UnsafeAddressAnalyzer extends AbstractFailureAnalyzer<UnsafeDatabaseAddress> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsafeDatabaseAddress cause) {
        return new FailureAnalysis("Cannot start. " + cause.getMessage(), null, cause);
    }
}
