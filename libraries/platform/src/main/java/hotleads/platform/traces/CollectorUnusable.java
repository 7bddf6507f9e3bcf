package hotleads.platform.traces;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Traces cannot be told where the setting says. */
final class CollectorUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CollectorUnusable(String sentence) {
        super("Cannot start: HOTLEADS_TRACES " + sentence);
    }

    /** Prints the sentence instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<CollectorUnusable> {
        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, CollectorUnusable cause) {
            return new FailureAnalysis(
                    String.valueOf(cause.getMessage()),
                    "Name the collector's address for OTLP over HTTP, or leave the setting out.",
                    cause);
        }
    }
}
