package hotleads.app.bench;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sign-ins over one connection, which moves to another address of ours before the gateway has enough of it. */
final class SignIns implements AutoCloseable {
    /** The gateway lets sixty at once through from one address. */
    private static final int FROM_ONE_ADDRESS = 50;

    private final UnderTest subject;
    private final SourceAddresses addresses;
    private final ApiRequests requests;
    private @Nullable GatewayConnection connection;
    private int made;

    SignIns(UnderTest subject, SourceAddresses addresses) {
        this.subject = subject;
        this.addresses = addresses;
        this.requests = new ApiRequests(subject.publicHost(), "");
    }

    /** @return the status of the answer */
    int signIn(String email, String password) throws IOException {
        if (connection == null || made++ % FROM_ONE_ADDRESS == 0) {
            close();
            connection = subject.connectionFrom(addresses.next());
        }
        return connection
                .exchange(requests.post("/auth/sign-in", Map.of("email", email, "password", password)))
                .status();
    }

    @Override
    public void close() throws IOException {
        if (connection != null) {
            connection.close();
        }
    }
}
