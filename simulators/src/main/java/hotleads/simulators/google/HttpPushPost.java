package hotleads.simulators.google;

import hotleads.simulators.web.TrustingClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pushes over TLS 1.3, trusting the certificates of one PEM file where it is given. */
public final class HttpPushPost implements PushPost {

    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final TrustingClient client;

    public HttpPushPost(@Nullable Path trusted) {
        client = new TrustingClient(trusted);
    }

    @Override
    public int post(URI target, Map<String, String> headers) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(target).timeout(ANSWER).POST(BodyPublishers.noBody());
            headers.forEach(request::header);
            return client.now().send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException | GeneralSecurityException away) {
            return 0;
        }
    }
}
