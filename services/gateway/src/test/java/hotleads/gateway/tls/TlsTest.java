package hotleads.gateway.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.gateway.SomeCertificate;
import hotleads.gateway.SomeEdge;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.security.cert.Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TlsTest {
    private final SomeEdge edge = SomeEdge.shared();

    @Test
    void refusesWhatIsOlderThanOneThree() throws IOException {
        try (SSLSocket socket = socket()) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});

            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void agreesOnASuiteWithForwardSecrecy() throws IOException {
        try (SSLSocket socket = socket()) {
            socket.startHandshake();

            // Every suite of TLS 1.3 has it; these are the ones the JDK knows (RFC 8446 §B.4).
            assertThat(socket.getSession().getCipherSuite())
                    .isIn("TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256", "TLS_CHACHA20_POLY1305_SHA256");
        }
    }

    @Test
    void redirectsNobodyWhoForgotTls() throws IOException {
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), edge.port)) {
            plain.setSoTimeout(20_000);
            plain.getOutputStream()
                    .write(("GET /api/leads HTTP/1.1\r\nHost: localhost:" + edge.port + "\r\nCookie: " + SomeEdge.COOKIE
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(plain.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(answer).doesNotContain("HTTP/1.1 2", "HTTP/1.1 3", "Location");
        }
        assertThat(edge.core.askedAtAll()).isEmpty();
    }

    @Test
    void speaksOneThree() throws IOException {
        try (SSLSocket socket = socket()) {
            socket.startHandshake();

            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void agreesOnHttp2() throws IOException, InterruptedException {
        try (HttpClient browser =
                HttpClient.newBuilder().sslContext(edge.certificate.trusting()).build()) {
            HttpResponse<String> answer = browser.send(
                    edge.request("/api/leads").header("Cookie", SomeEdge.COOKIE).build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    @Test
    void takesARenewedPairWhileRunning() throws IOException {
        try (SomeEdge running = SomeEdge.with("--spring.ssl.bundle.watch.file.quiet-period=100ms")) {
            SomeCertificate renewed = SomeCertificate.in(running.folder, "renewed");
            replace(renewed, running.certificate);

            awaitCertificate(running, renewed);
        }
    }

    @Test
    @Timeout(30)
    void keepsTheOldPairWhileTheNewOneIsHalfThere() throws IOException {
        try (SomeEdge running = SomeEdge.with("--spring.ssl.bundle.watch.file.quiet-period=100ms")) {
            SomeCertificate renewed = SomeCertificate.in(running.folder, "renewed");
            Files.writeString(running.certificate.key(), "half of a fi");
            assertThat(running.get("/healthz").statusCode()).isEqualTo(200);
            replace(renewed, running.certificate);

            awaitCertificate(running, renewed);
        }
    }

    private static void replace(SomeCertificate renewed, SomeCertificate served) throws IOException {
        Files.copy(renewed.certificate(), served.certificate(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(renewed.key(), served.key(), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Asks until the renewed certificate is served; the time-out of the handshakes' test ends it otherwise. */
    private static void awaitCertificate(SomeEdge running, SomeCertificate renewed) throws IOException {
        Certificate[] served;
        do {
            try (SSLSocket socket = (SSLSocket)
                    Trusting.all().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), running.port)) {
                socket.startHandshake();
                served = socket.getSession().getPeerCertificates();
            }
        } while (!Arrays.asList(served).contains(renewed.certified()));
    }

    private SSLSocket socket() throws IOException {
        return (SSLSocket) edge.certificate
                .trusting()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), edge.port);
    }
}
