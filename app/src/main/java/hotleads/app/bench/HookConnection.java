package hotleads.app.bench;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** One kept connection that delivers as Acuity does. */
final class HookConnection implements Act, AutoCloseable {
    private static final int OK = 200;

    private final GatewayConnection connection;
    private final SignedHooks hooks;
    private final AtomicLong next;
    private long acknowledged;

    /** @param first the first of the appointment ids it reports, which must be its own */
    HookConnection(GatewayConnection connection, SignedHooks hooks, long first) {
        this.connection = connection;
        this.hooks = hooks;
        this.next = new AtomicLong(first);
    }

    /** How many were answered 200. */
    long acknowledged() {
        return acknowledged;
    }

    @Override
    public void once() throws IOException {
        int status = connection.exchange(hooks.request(next.getAndIncrement())).status();
        if (status != OK) {
            throw new IOException("a hook was answered " + status);
        }
        acknowledged++;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
