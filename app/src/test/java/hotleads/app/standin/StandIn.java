package hotleads.app.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Ready at once, tells what it was started with, and writes its name down when it is asked to stop. */
public final class StandIn {
    /** Made by {@link StandIns} at the root of an installation. */
    static final String STOPS = "stops.txt";

    private StandIn() {}

    /** Run by the jars that {@link StandIns} makes. */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException, URISyntaxException {
        Path jar = Path.of(StandIn.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String name = Objects.toString(jar.getFileName()).replace(".jar", "");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> writeDown(stops(jar), name)));
        HttpServer server = server(name.equals("gateway"));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port(arguments)), 0);
        server.createContext("/", exchange -> answer(exchange, arguments));
        server.start();
    }

    /** One file for all: it lies at the root of the installation. */
    private static Path stops(Path jar) {
        Path folder = Objects.requireNonNull(jar.getParent());
        while (!Files.exists(folder.resolve(STOPS))) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        return folder.resolve(STOPS);
    }

    private static int port(String[] arguments) {
        int option = Arrays.asList(arguments).indexOf("--port");
        return Integer.parseInt(
                option >= 0 ? arguments[option + 1] : Objects.requireNonNull(System.getenv("SERVER_PORT")));
    }

    private static HttpServer server(boolean withTls) throws IOException, GeneralSecurityException {
        if (!withTls) {
            return HttpServer.create();
        }
        HttpsServer server = HttpsServer.create();
        server.setHttpsConfigurator(new HttpsConfigurator(tls()));
        return server;
    }

    private static SSLContext tls() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Certificate certificate;
        try (var in = Files.newInputStream(file("HOTLEADS_TLS_CERT_FILE"))) {
            certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        String pem = Files.readString(file("HOTLEADS_TLS_KEY_FILE")).replaceAll("-----[A-Z ]+-----", "");
        store.setKeyEntry(
                "key",
                KeyFactory.getInstance("EC")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem))),
                new char[0],
                new Certificate[] {certificate});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static final String INVITE = "{\"token\":\"t\",\"link\":\"https://localhost/invite#t\"}";

    private static Path file(String setting) {
        return Path.of(Objects.requireNonNull(System.getenv(setting)));
    }

    private static void answer(HttpExchange exchange, String[] arguments) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = switch (path) {
            case "/environment" -> String.join("\n", System.getenv().keySet());
            case "/arguments" -> String.join("\n", arguments);
            case "/oauth/token" -> "{\"access_token\":\"stand-in\"}";
            case "/internal/accounts/exists" -> "{\"exists\":false}";
            default -> path.endsWith("/invites") ? INVITE : "{}";
        };
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(path.endsWith("/invites") ? 201 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void writeDown(Path stops, String name) {
        try {
            Files.writeString(stops, name + "\n", StandardOpenOption.APPEND);
        } catch (IOException failed) {
            System.out.println("cannot write " + stops);
        }
    }
}
