package hotleads.auth.access;

import java.util.function.Function;

/** How an act on accounts ended. */
public sealed interface Outcome<T> {
    record Done<T>(T result) implements Outcome<T> {}

    record Refused<T>(AccessRefusal why) implements Outcome<T> {}

    static Outcome<Boolean> done() {
        return new Done<>(true);
    }

    /** What was asked for, or the refusal as the problem that answers it. */
    default <B> B orProblem(Function<T, B> body) {
        return switch (this) {
            case Done<T>(T result) -> body.apply(result);
            case Refused<T>(AccessRefusal why) -> throw why.asProblem();
        };
    }
}
