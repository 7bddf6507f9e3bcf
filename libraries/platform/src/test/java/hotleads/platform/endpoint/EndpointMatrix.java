package hotleads.platform.endpoint;

import hotleads.platform.token.ForgedTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks all endpoints of a running service with every kind of token, genuine and forged. */
public final class EndpointMatrix {
    private static final Pattern SENDABLE = Pattern.compile("[!-~](?:[ -~]*[!-~])?");
    private static final String ERRORS = "/error";
    private static final String SOME_ID = "00000000-0000-7000-8000-000000000001";

    private final URI service;
    private final String audience;
    private final Endpoints endpoints;
    private final ForgedTokens tokens;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> failures = new ArrayList<>();
    private int tried;

    /** @param tokens signs with a key the running service trusts */
    public EndpointMatrix(URI service, String audience, Endpoints endpoints, ForgedTokens tokens) {
        this.service = service;
        this.audience = audience;
        this.endpoints = endpoints;
        this.tokens = tokens;
    }

    /** What is served without a row in the table, and which rows serve nothing; empty when they agree. */
    public static List<String> differences(Endpoints endpoints, RequestMappingHandlerMapping mapping) {
        TreeSet<String> served = new TreeSet<>();
        mapping.getHandlerMethods().keySet().stream()
                .flatMap(EndpointMatrix::names)
                .filter(name -> !name.endsWith(" " + ERRORS))
                .forEach(served::add);
        TreeSet<String> listed = new TreeSet<>();
        endpoints.rules().forEach(rule -> listed.add(rule.method() + " " + rule.path()));
        List<String> differences = new ArrayList<>();
        served.stream()
                .filter(name -> !listed.contains(name))
                .forEach(name -> differences.add(name + " is served but has no row"));
        listed.stream()
                .filter(name -> !served.contains(name))
                .forEach(name -> differences.add(name + " has a row but is not served"));
        return differences;
    }

    private static Stream<String> names(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(path -> methods.isEmpty()
                        ? Stream.of("ANY " + path)
                        : methods.stream().map(method -> method + " " + path));
    }

    /** Tries everything and says what was let in or kept out wrongly; empty when every rule held. */
    public List<String> walk() {
        for (Endpoints.Rule rule : endpoints.rules()) {
            switch (rule.access()) {
                case Access.Open() -> expect(rule, "no token", null, Answer.LET_IN);
                case Access.ForService(String scope) -> walkService(rule, scope);
                case Access.ForUser(var roles) -> walkUser(rule, roles);
                case Access.ForFreshUser(var roles) -> {
                    walkUser(rule, roles);
                    walkStale(rule, roles);
                }
            }
            walkOtherSpellings(rule);
        }
        walkCorpus();
        walkWhatLibrariesServe();
        return List.copyOf(failures);
    }

    /** A library that brings an endpoint along knows nothing of the table. */
    private void walkWhatLibrariesServe() {
        for (String path : List.of(
                "/.well-known/oauth-protected-resource",
                "/.well-known/oauth-authorization-server",
                "/.well-known/openid-configuration",
                "/oauth2/token",
                "/oauth2/jwks",
                "/actuator",
                "/actuator/health",
                "/actuator/env",
                "/error",
                "/login",
                "/logout",
                "/index.html",
                "/swagger-ui/index.html",
                "/favicon.ico")) {
            int status = statusOf("GET", path);
            tried++;
            if (status < 400) {
                failures.add("GET " + path + " without a token: " + status);
            }
        }
    }

    /** Every fourth of the thousand forgeries, each at another endpoint; the decoder's own test tries all. */
    private void walkCorpus() {
        List<Endpoints.Rule> closed = endpoints.rules().stream()
                .filter(rule -> !(rule.access() instanceof Access.Open))
                .toList();
        int turn = 0;
        for (Map.Entry<String, String> forgery : tokens.corpusOf(
                        tokens.userClaims(audience, Role.ADMIN, UUID.randomUUID(), UUID.randomUUID())
                                .build())
                .entrySet()) {
            turn++;
            // Others cannot be written into a header, or not by this client.
            if (turn % 4 == 0 && SENDABLE.matcher(forgery.getValue()).matches()) {
                expect(
                        closed.get(turn / 4 % closed.size()),
                        forgery.getKey(),
                        forgery.getValue(),
                        Answer.NO_VALID_TOKEN);
            }
        }
    }

    /** A path that is written otherwise may be refused in any way, but never be served to someone without a token. */
    private void walkOtherSpellings(Endpoints.Rule rule) {
        if (rule.access() instanceof Access.Open) {
            return;
        }
        String path = pathOf(rule);
        for (String other : List.of(
                path + "/",
                path + ";x=1",
                path + "%00",
                path + "%2f",
                path + ".json",
                path + "/.",
                path + "/../" + path.substring(path.lastIndexOf('/') + 1),
                "/" + path,
                "/healthz/.." + path,
                "/healthz/..;" + path,
                "/healthz;" + path,
                "/." + path,
                "/%2e" + path,
                path.replaceFirst("/", "/;/"),
                path.toUpperCase(Locale.ROOT),
                path.replaceFirst("([a-z])", "%" + Integer.toHexString(path.charAt(1))) + "")) {
            int status = statusOf(rule.method().name(), other);
            tried++;
            if (status < 400) {
                failures.add(rule.method() + " " + other + " without a token: " + status);
            }
        }
    }

    /** How many requests were made. */
    public int tried() {
        return tried;
    }

    private void walkService(Endpoints.Rule rule, String scope) {
        walkWithoutToken(rule);
        tokens.forgeriesOf(tokens.serviceClaims(audience, "somebody", scope).build())
                .forEach((what, token) -> expect(rule, what, token, Answer.NO_VALID_TOKEN));
        expect(rule, "wrong scope", tokens.service(audience, "somebody", "other.act"), Answer.NOT_ALLOWED);
        for (Role role : Role.values()) {
            expect(rule, role.word(), tokens.user(audience, role), Answer.NOT_ALLOWED);
        }
        expect(rule, "right scope", tokens.service(audience, "somebody", scope), Answer.LET_IN);
    }

    private void walkUser(Endpoints.Rule rule, java.util.Set<Role> roles) {
        walkWithoutToken(rule);
        Role allowed = roles.iterator().next();
        tokens.forgeriesOf(tokens.userClaims(audience, allowed, UUID.randomUUID(), UUID.randomUUID())
                        .build())
                .forEach((what, token) -> expect(rule, what, token, Answer.NO_VALID_TOKEN));
        expect(rule, "a service", tokens.service(audience, "somebody", "other.act"), Answer.NOT_ALLOWED);
        for (Role role : Role.values()) {
            expect(
                    rule,
                    role.word(),
                    tokens.user(audience, role),
                    roles.contains(role) ? Answer.LET_IN : Answer.NOT_ALLOWED);
        }
    }

    private void walkStale(Endpoints.Rule rule, java.util.Set<Role> roles) {
        for (Role role : Role.values()) {
            Answer expected = roles.contains(role) ? Answer.STEP_UP_REQUIRED : Answer.NOT_ALLOWED;
            expect(rule, role.word() + ", proved too long ago", tokens.stale(audience, role), expected);
            expect(rule, role.word() + ", never proved", tokens.neverProved(audience, role), expected);
        }
    }

    private void walkWithoutToken(Endpoints.Rule rule) {
        expect(rule, "no token", null, Answer.NO_VALID_TOKEN);
        expect(rule, "a blank token", " ", Answer.NO_VALID_TOKEN);
        expect(rule, "a token of two words", "two words", Answer.NO_VALID_TOKEN);
    }

    private void expect(Endpoints.Rule rule, String what, @Nullable String token, Answer expected) {
        Answer answer = send(rule, token);
        tried++;
        if (answer != expected) {
            failures.add(rule.method() + " " + rule.path() + " with " + what + ": " + answer + ", not " + expected);
        }
    }

    private static String pathOf(Endpoints.Rule rule) {
        return rule.path().replaceAll("\\{[^}]*}", SOME_ID);
    }

    /** Said on a socket of our own: a client would tidy the path up first. */
    private int statusOf(String method, String path) {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\nHost: " + service.getHost()
                                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Answer send(Endpoints.Rule rule, @Nullable String token) {
        URI uri = service.resolve(pathOf(rule));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(30))
                .method(rule.method().name(), HttpRequest.BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            // The head suffices, and an endless stream of events has no end to wait for.
            HttpResponse<java.io.InputStream> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                return switch (response.statusCode()) {
                    case 401, 403 -> Answer.of(new String(body.readAllBytes(), StandardCharsets.UTF_8));
                    default -> Answer.LET_IN;
                };
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private enum Answer {
        LET_IN(""),
        NO_VALID_TOKEN("no-valid-token"),
        NOT_ALLOWED("not-allowed"),
        STEP_UP_REQUIRED("step-up-required");

        private final String code;

        Answer(String code) {
            this.code = code;
        }

        /** A 401 or 403 with a code of the endpoint's own was let in first. */
        private static Answer of(String body) {
            Map<String, Answer> byCode = Map.of(
                    NO_VALID_TOKEN.code, NO_VALID_TOKEN,
                    NOT_ALLOWED.code, NOT_ALLOWED,
                    STEP_UP_REQUIRED.code, STEP_UP_REQUIRED);
            return byCode.entrySet().stream()
                    .filter(entry -> body.contains("\"code\":\"" + entry.getKey() + "\""))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(LET_IN);
        }
    }
}
