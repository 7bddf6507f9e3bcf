package hotleads.app.accounts;

import hotleads.app.console.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The front door, entered as a browser would: under the name people open, though it is called on this machine. For that
 * the JDK's client must be allowed to set the {@code Host} header, see {@link #allowHostHeader}.
 */
public final class Gateway {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient client;
    private final URI address;
    private final String origin;

    /**
     * @param address where it listens on this machine
     * @param origin where people open it, which a proxy in front may make another
     */
    public Gateway(HttpClient client, URI address, String origin) {
        this.client = client;
        this.address = address;
        this.origin = origin;
    }

    /** To be called before the first HTTP client of this program is made: the JDK looks once. */
    public static void allowHostHeader() {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    /** Accepts an invite with a password; the second factor is left to the person. */
    public void accept(String token, String password) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/auth/invites/accept"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Host", URI.create(origin).getAuthority())
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString(
                        json.writeValueAsString(Map.of("token", token, "password", password))))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != OK) {
                throw new Refusal("An invite could not be accepted (status " + status + "); auth's log says why.");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The gateway does not answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the gateway", stopped);
        }
    }
}
