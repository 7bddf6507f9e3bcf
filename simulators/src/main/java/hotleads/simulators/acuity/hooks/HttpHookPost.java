package hotleads.simulators.acuity.hooks;

import hotleads.simulators.web.TrustingClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Posts over TLS 1.3, trusting the certificates of one PEM file where it is given. */
public final class HttpHookPost implements HookPost {

    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final TrustingClient client;

    public HttpHookPost(@Nullable Path trusted) {
        client = new TrustingClient(trusted);
    }

    /** Loads what a first TLS connection needs, so that the first webhook is as quick as the others. */
    public void prepare() {
        try {
            var engine = client.now().sslContext().createSSLEngine();
            engine.setUseClientMode(true);
            var hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
            var unsent = engine.wrap(ByteBuffer.allocate(0), hello);
            HookSignature.of("prepare", unsent.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException | GeneralSecurityException notYet) {
            // The receiver's certificate may come later; a delivery says so if it does not.
            return;
        }
    }

    @Override
    public HookAnswer post(URI target, String body, @Nullable String signature) throws InterruptedException {
        var request = HttpRequest.newBuilder(target)
                .timeout(ANSWER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        if (signature != null) {
            request.header("X-Acuity-Signature", signature);
        }
        return send(request);
    }

    /** Sends a hook of any vendor's shape. */
    public HookAnswer send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return HookAnswer.of(client.now()
                    .send(request.build(), BodyHandlers.discarding())
                    .statusCode());
        } catch (IOException | GeneralSecurityException failed) {
            return HookAnswer.failed(failed.getClass().getSimpleName());
        }
    }
}
