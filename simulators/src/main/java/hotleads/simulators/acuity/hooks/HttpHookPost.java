package hotleads.simulators.acuity.hooks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Posts over TLS 1.3, trusting the certificates of one PEM file where it is given. */
public final class HttpHookPost implements HookPost {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private record Trusting(@Nullable FileTime fileTime, HttpClient client) {}

    private final @Nullable Path trusted;
    private @Nullable Trusting last;

    public HttpHookPost(@Nullable Path trusted) {
        this.trusted = trusted;
    }

    /** Loads what a first TLS connection needs, so that the first webhook is as quick as the others. */
    public void prepare() {
        try {
            var engine = client().sslContext().createSSLEngine();
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
        try {
            var request = HttpRequest.newBuilder(target)
                    .timeout(ANSWER)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body));
            if (signature != null) {
                request.header("X-Acuity-Signature", signature);
            }
            return HookAnswer.of(
                    client().send(request.build(), BodyHandlers.discarding()).statusCode());
        } catch (IOException | GeneralSecurityException failed) {
            return HookAnswer.failed(failed.getClass().getSimpleName());
        }
    }

    // The receiver may make its certificate after we started, or a new one later: look at the file each time.
    private synchronized HttpClient client() throws IOException, GeneralSecurityException {
        FileTime fileTime = trusted == null ? null : Files.getLastModifiedTime(trusted);
        Trusting known = last;
        if (known == null || (fileTime != null && !fileTime.equals(known.fileTime))) {
            known = new Trusting(fileTime, newClient());
            last = known;
        }
        return known.client;
    }

    private HttpClient newClient() throws IOException, GeneralSecurityException {
        var builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
        if (trusted != null) {
            builder.sslContext(trustingOnly(trusted));
        }
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        return builder.sslParameters(parameters).build();
    }

    private static SSLContext trustingOnly(Path pem) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var in = Files.newInputStream(pem)) {
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("receiver-" + store.size(), one);
            }
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
