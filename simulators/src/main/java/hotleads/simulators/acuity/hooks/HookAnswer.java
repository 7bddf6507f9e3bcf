package hotleads.simulators.acuity.hooks;

import org.jspecify.annotations.Nullable;

/** What the receiver answered: a status, or the kind of failure that left none. */
public record HookAnswer(@Nullable Integer status, @Nullable String failure) {

    static HookAnswer of(int status) {
        return new HookAnswer(status, null);
    }

    static HookAnswer failed(String kind) {
        return new HookAnswer(null, kind);
    }

    boolean isAccepted() {
        return status != null && status >= 200 && status < 300;
    }

    /** Only the receiver's own failures are worth another try. */
    boolean isWorthRetrying() {
        return status == null || status >= 500;
    }
}
