package hotleads.app.bench;

import java.io.IOException;
import java.util.List;

/** One person at one screen, who asks again and again, each time the next of some questions. */
final class ApiCalls implements Act, AutoCloseable {
    private static final int OK = 200;

    private final GatewayConnection connection;
    private final List<byte[]> requests;
    private int next;

    /** @param next with which of the requests it begins, so that no two ask the same at once */
    ApiCalls(GatewayConnection connection, List<byte[]> requests, int next) {
        this.connection = connection;
        this.requests = requests;
        this.next = next;
    }

    @Override
    public void once() throws IOException {
        int status = connection.exchange(requests.get(next++ % requests.size())).status();
        if (status != OK) {
            throw new IOException("a request was answered " + status);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
