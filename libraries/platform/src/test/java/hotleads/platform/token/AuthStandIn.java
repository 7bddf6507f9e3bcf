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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stands in for auth in a service's tests: serves its keys and hands out whatever service token is asked for. */
public final class AuthStandIn implements AutoCloseable {
    private static final Pattern AUDIENCE = Pattern.compile("(?:^|&)audience=([^&]*)");
    private static final Pattern SCOPE = Pattern.compile("(?:^|&)scope=([^&]*)");

    /** What the accounts it knows are to the practice. */
    public final Map<UUID, String> roles = new ConcurrentHashMap<>();

    /** The practitioners whose accounts work, with their calendars. */
    public final Map<UUID, List<Long>> practitioners = new ConcurrentHashMap<>();

    /** Addresses of practitioners at Google, each by the one calendar at Acuity that is theirs. */
    public final Map<Long, String> googleAddresses = new ConcurrentHashMap<>();

    /** Their hosts at Zoom likewise. */
    public final Map<Long, String> zoomHosts = new ConcurrentHashMap<>();

    /** Calendars at Acuity of practitioners whose account does not open. */
    public final Set<Long> unread = ConcurrentHashMap.newKeySet();

    /** Whom a client was invited about, and how the next such order is answered. */
    public final List<UUID> invited = new CopyOnWriteArrayList<>();

    public volatile int answersInvites = 201;

    /** The digests it was told, as they came, and how the next is answered. */
    public final List<String> digests = new CopyOnWriteArrayList<>();

    public volatile int answersDigests = 200;

    /** What core said of erased people, as it came, and how the next of it is answered. */
    public final List<String> erasures = new CopyOnWriteArrayList<>();

    public volatile int answersErasures = 204;

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
        server.createContext(
                "/internal/accounts/calendars",
                exchange -> answer(exchange, "{\"practitioners\":" + practitioners() + "}"));
        server.createContext("/internal/accounts/places", exchange -> answer(exchange, places()));
        server.createContext("/internal/people/", this::invite);
        server.createContext("/internal/digests", this::takeDigests);
        server.createContext(
                "/internal/people/holdings",
                exchange -> answer(exchange, "{\"accounts\":1,\"sessions\":2,\"factors\":1,\"invites\":0}"));
        server.createContext("/internal/people/erase", this::erase);
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

    private List<String> practitioners() {
        return practitioners.entrySet().stream()
                .map(one -> "{\"account\":\"" + one.getKey() + "\",\"calendars\":" + one.getValue() + "}")
                .toList();
    }

    private void giveToken(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String token = serviceToken(field(AUDIENCE, form), field(SCOPE, form));
        answer(exchange, "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":300}");
    }

    private String places() {
        Map<UUID, List<Long>> all = new TreeMap<>(practitioners);
        Stream.concat(googleAddresses.keySet().stream(), zoomHosts.keySet().stream())
                .filter(calendar -> practitioners.values().stream().noneMatch(theirs -> theirs.contains(calendar)))
                .forEach(calendar -> all.put(new UUID(0, calendar), List.of(calendar)));
        return all.entrySet().stream()
                .map(one -> "{\"account\":\"" + one.getKey() + "\",\"acuityCalendars\":" + one.getValue()
                        + place("googleAddress", one.getValue(), googleAddresses)
                        + place("zoomHost", one.getValue(), zoomHosts) + "}")
                .collect(Collectors.joining(",", "{\"practitioners\":[", "],\"unread\":" + unread + "}"));
    }

    private static String place(String what, List<Long> calendars, Map<Long, String> places) {
        return calendars.stream()
                .filter(places::containsKey)
                .map(calendar -> ",\"" + what + "\":\"" + places.get(calendar) + "\"")
                .findFirst()
                .orElse("");
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

    private void erase(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (answersErasures == 204) {
            erasures.add(body);
        }
        exchange.sendResponseHeaders(answersErasures, -1);
        exchange.close();
    }

    private void invite(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        if (answersInvites == 201) {
            invited.add(UUID.fromString(exchange.getRequestURI().getPath().split("/", -1)[3]));
            answer(
                    exchange,
                    "{\"token\":\"t\",\"link\":\"https://practice.test/invite#t\",\"expiresAt\":\"2030-01-01T00:00:00Z\"}");
        } else {
            exchange.sendResponseHeaders(answersInvites, -1);
            exchange.close();
        }
    }

    private void takeDigests(HttpExchange exchange) throws IOException {
        String told = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (answersDigests == 200) {
            digests.add(told);
            answer(exchange, "{\"mailed\":true,\"mails\":2}");
        } else {
            exchange.sendResponseHeaders(answersDigests, -1);
            exchange.close();
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
