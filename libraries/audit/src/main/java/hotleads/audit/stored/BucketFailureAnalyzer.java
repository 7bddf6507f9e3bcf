package hotleads.audit.stored;

import hotleads.audit.stored.AnchorBucket.BucketUnusable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints why a program does not start as a sentence instead of a stack trace. */
class BucketFailureAnalyzer extends AbstractFailureAnalyzer<BucketUnusable> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BucketUnusable cause) {
        return new FailureAnalysis("Cannot start. " + cause.getMessage(), "See docs/audit.md.", cause);
    }
}
