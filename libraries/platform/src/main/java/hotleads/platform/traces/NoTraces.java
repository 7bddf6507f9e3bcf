package hotleads.platform.traces;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Nothing is told, and nothing made for it. */
final class NoTraces implements Traces {
    private static final Step NOTHING = new Nothing();
    private static final Stay NOWHERE = () -> {};
    private static final Place ANYWHERE = () -> NOWHERE;

    @Override
    public Step serve(String method, @Nullable String parent) {
        return NOTHING;
    }

    @Override
    public Step call(String what, String method, BiConsumer<String, String> carry) {
        return NOTHING;
    }

    @Override
    public Step work(String job) {
        return NOTHING;
    }

    @Override
    public Place here() {
        return ANYWHERE;
    }

    @Override
    public void close() {
        // There is nothing to end.
    }

    private static final class Nothing implements Step {
        @Override
        public void route(String pattern) {
            // Nobody is told.
        }

        @Override
        public void answered(int status) {
            // Nobody is told.
        }

        @Override
        public void leave() {
            // It stands nowhere.
        }

        @Override
        public void close() {
            // It never began.
        }
    }
}
