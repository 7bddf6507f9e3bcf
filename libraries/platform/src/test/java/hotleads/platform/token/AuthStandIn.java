package hotleads.platform.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands in for auth in a service's tests: serves its keys and hands out whatever service token is asked for. */
public final class AuthStandIn implements AutoCloseable {
    private static final Pattern AUDIENCE = Pattern.compile("(?:^|&)audience=([^&]*)");
    private static final Pattern SCOPE = Pattern.compile("(?:^|&)scope=([^&]*)");

    /** What the accounts it knows are to the practice. */
    public final Map<UUID, String> roles = new ConcurrentHashMap<>();

    private final Clock clock = Clock.systemUTC();
    private final ECKey key = newKey("auth-stand-in");
    private final HttpServer server;

    public AuthStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/oauth/jwks", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/oauth/token", this::giveToken);
        server.createContext("/internal/accounts/", this::tellRole);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers one more address, with whatever is to be said to its query. */
    public void serve(String path, String contentType, UnaryOperator<String> body) {
        server.createContext(path, exchange -> {
            String query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
            answer(exchange, contentType, body.apply(query).getBytes(StandardCharsets.UTF_8));
        });
    }

    /** A good service token. */
    public String serviceToken(String audience, String scope) {
        Instant now = clock.instant();
        return sign(new JWTClaimsSet.Builder()
                .issuer(Tokens.ISSUER)
                .subject("some-service")
                .audience(audience)
                .claim("scope", scope)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .jwtID(UUID.randomUUID().toString())
                .build());
    }

    /** Good tokens and forged ones, under the key that {@code /oauth/jwks} shows. */
    public ForgedTokens tokens() {
        return new ForgedTokens(key, clock);
    }

    /** A token of any claims under the key that {@code /oauth/jwks} shows. */
    public String sign(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType(Tokens.TYPE))
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    /** A file with a fresh private key, as {@code HOTLEADS_SERVICE_KEY_FILE} names one. */
    public static Path serviceKeyFile(String service) {
        try {
            Path file = Files.createTempFile(service, ".jwk");
            file.toFile().deleteOnExit();
            return Files.writeString(file, newKey(service).toJSONString());
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void giveToken(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String token = serviceToken(field(AUDIENCE, form), field(SCOPE, form));
        answer(exchange, "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":300}");
    }

    private void tellRole(HttpExchange exchange) throws IOException {
        String account = exchange.getRequestURI().getPath().split("/", -1)[3];
        String role = roles.get(UUID.fromString(account));
        if (role == null) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        } else {
            answer(exchange, "{\"role\":\"" + role + "\"}");
        }
    }

    private static String field(Pattern field, String form) {
        Matcher found = field.matcher(form);
        return found.find() ? URLDecoder.decode(found.group(1), StandardCharsets.UTF_8) : "";
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        answer(exchange, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, String contentType, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static ECKey newKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
