package hotleads.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import hotleads.platform.time.HandClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A running edge, with stand-ins for the programs behind it and a browser before it. */
public final class SomeEdge implements AutoCloseable {
    /** A session that the stand-in of auth knows. */
    public static final String SESSION = "c2Vzc2lvbi1vZi10b255LWZvci10aGUtdGVzdHM";

    public static final String COOKIE = "__Host-hotleads=" + SESSION;

    public final SomeProgram auth = new SomeProgram();
    public final SomeProgram core = new SomeProgram();
    public final SomeProgram webhooks = new SomeProgram();
    public final HandClock clock = new HandClock();
    public final Path folder = someFolder();
    public final SomeCertificate certificate = SomeCertificate.in(folder, "tls");
    public final int port = freePort();
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newBuilder()
            .sslContext(certificate.trusting())
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private SomeEdge(String... settings) {
        startSession();
        this.context = start(
                clock,
                Stream.concat(
                        settings().entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue()),
                        Stream.of(settings)));
    }

    /** @param settings such as {@code --gateway.waits.head=300ms} */
    public static SomeEdge with(String... settings) {
        return new SomeEdge(settings);
    }

    /** The edge most tests share: its stand-ins know nothing of earlier tests and its limits are full again. */
    public static SomeEdge shared() {
        SomeEdge edge = Shared.EDGE;
        List.of(edge.auth, edge.core, edge.webhooks).forEach(SomeProgram::forget);
        edge.startSession();
        edge.clock.forward(Duration.ofHours(1));
        return edge;
    }

    private static final class Shared {
        static final SomeEdge EDGE = new SomeEdge();
    }

    /** What the environment of a well-installed edge says. */
    public Map<String, String> settings() {
        SomeFrontend.in(folder.resolve("frontend"));
        Map<String, String> settings = new TreeMap<>(Map.of(
                "server.port", Integer.toString(port),
                "server.address", "127.0.0.1",
                "HOTLEADS_AUTH_URL", auth.url(),
                "HOTLEADS_CORE_URL", core.url(),
                "HOTLEADS_WEBHOOKS_URL", webhooks.url(),
                "HOTLEADS_PUBLIC_URL", url(),
                "HOTLEADS_FRONTEND_DIR", folder.resolve("frontend").toString(),
                "HOTLEADS_SERVICE_KEY_FILE", serviceKey().toString(),
                "HOTLEADS_TLS_CERT_FILE", certificate.certificate().toString(),
                "HOTLEADS_TLS_KEY_FILE", certificate.key().toString()));
        // Reports go out when a test says so, or its stand-in of core would be asked in between.
        settings.put("hotleads.reports.every", "1h");
        return settings;
    }

    private static ConfigurableApplicationContext start(Clock clock, Stream<String> settings) {
        return new SpringApplicationBuilder(GatewayService.class)
                .initializers((GenericApplicationContext context) -> context.registerBean(
                        "handClock", Clock.class, () -> clock, definition -> definition.setPrimary(true)))
                .run(settings.toArray(String[]::new));
    }

    /** A part of it. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public String url() {
        return "https://localhost:" + port;
    }

    /** A request as a page of ours would make it. */
    public HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(url() + target)).timeout(Duration.ofSeconds(20));
    }

    public HttpResponse<String> get(String target, String... headers) {
        return send(with(request(target), headers));
    }

    public HttpResponse<String> post(String target, String body, String... headers) {
        return send(with(request(target).POST(BodyPublishers.ofString(body)), headers));
    }

    /** As {@link #post}, signed in and from our own page. */
    public HttpResponse<String> postFromPage(String target, String body) {
        return post(target, body, "Origin", url(), "Cookie", COOKIE, "Content-Type", "application/json");
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    public RawConnection connect() {
        return RawConnection.to(port, certificate.trusting());
    }

    public RawHttp2 connectHttp2() {
        return new RawHttp2(port, certificate.trusting());
    }

    /** From now on auth issues tokens for each audience, to services and for the one session it knows. */
    public void startSession() {
        auth.answer(
                "/oauth/token",
                exchange -> token(exchange, auth.lastAsked("/oauth/token").body()));
    }

    private static void token(HttpExchange exchange, String form) throws IOException {
        String audience = form.replaceAll("(?s).*audience=([a-z]+).*", "$1");
        String scope = form.contains("token-exchange") ? "user" : form.replaceAll("(?s).*scope=([a-z.]+).*", "$1");
        SomeProgram.reply(
                exchange,
                200,
                "{\"access_token\":\"%s-at-%s\",\"token_type\":\"Bearer\",\"expires_in\":300}"
                        .formatted(scope, audience),
                "Content-Type",
                "application/json");
    }

    /** From now on auth says that there is no such session. */
    public void endSession() {
        auth.answer("/oauth/token", exchange -> {
            String form = auth.lastAsked("/oauth/token").body();
            if (form.contains("token-exchange")) {
                SomeProgram.reply(exchange, 400, "{\"error\":\"invalid_grant\"}", "Content-Type", "application/json");
            } else {
                token(exchange, form);
            }
        });
    }

    private Path serviceKey() {
        try {
            return Files.writeString(
                    folder.resolve("service.jwk"),
                    new ECKeyGenerator(Curve.P_256).keyID("gateway").generate().toJSONString());
        } catch (IOException | JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Path someFolder() {
        try {
            return Files.createTempDirectory("edge");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        context.close();
        List.of(auth, core, webhooks).forEach(SomeProgram::close);
    }
}
