package hotleads.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.gateway.SomeEdge;
import hotleads.gateway.SomeProgram;
import hotleads.gateway.SomeProgram.Asked;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs believe because the edge says it, said by a stranger instead, on every way in. */
class InternalHeadersTest {
    private static final List<String> FORGED = List.of(
            "Authorization: Bearer forged",
            "Proxy-Authorization: Bearer forged",
            "X-Session: forged",
            "x-session: forged",
            "X_Session: forged",
            "X-Set-Session: forged",
            "X-Client-Address: 6.6.6.6",
            "X_Client_Address: 6.6.6.6",
            "X-Request-Id: 00000000-0000-0000-0000-000000000000",
            "X-Forwarded-For: 6.6.6.6",
            "X-Forwarded-Host: evil.test",
            "X-Forwarded-Proto: http",
            "X-Forwarded-Port: 80",
            "X-Forwarded-Prefix: /internal",
            "X-Real-IP: 6.6.6.6",
            "X-Original-URL: /internal/acts",
            "X-Rewrite-URL: /internal/acts",
            "X-HTTP-Method-Override: DELETE",
            "Forwarded: for=6.6.6.6;host=evil.test",
            "True-Client-IP: 6.6.6.6",
            "CF-Connecting-IP: 6.6.6.6",
            "Via: 1.1 evil",
            "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "tracestate: evil=1",
            "baggage: evil=1",
            "b3: 0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1",
            "X-Amzn-Trace-Id: Root=1-5759e988-bd862e3fe1be46a994272793",
            "Upgrade: websocket",
            "TE: trailers",
            "Trailer: Authorization",
            "X-Amzn-Oidc-Identity: admin",
            "X-User: admin",
            "X-Role: admin");
    private static final Set<String> KNOWN = Set.of(
            // The client's own, and the framing it makes.
            "connection",
            "host",
            "user-agent",
            "content-length",
            "accept",
            "content-type",
            // The edge's.
            "authorization",
            "x-session",
            "x-client-address",
            "x-request-id");

    private final SomeEdge edge = SomeEdge.shared();

    @ParameterizedTest
    @CsvSource({
        "GET, /api/leads, core, user-at-core",
        "GET, /api/live, core, user-at-core",
        "GET, /api/openapi.json, core, ",
        "POST, /api/leads, core, user-at-core",
        "GET, /auth/session, auth, signin.relay-at-auth",
        "POST, /auth/sign-in, auth, signin.relay-at-auth",
        "GET, /auth/admin/staff, auth, user-at-auth",
        "POST, /auth/admin/invites, auth, user-at-auth",
        "GET, /auth/openapi.json, auth, ",
        "POST, /webhooks/acuity, webhooks, hook.relay-at-webhooks"
    })
    void isNeverBelieved(String method, String path, String program, String token) {
        send(method, path, FORGED.stream());

        Asked asked = programOf(program).lastAsked(path);
        assertThat(KNOWN).containsAll(asked.headers().keySet());
        assertThat(asked.header("authorization")).isEqualTo(token == null ? null : "Bearer " + token);
        assertThat(asked.header("x-client-address")).isEqualTo("127.0.0.1");
        assertThat(asked.header("x-request-id")).matches("[0-9a-f-]{36}").doesNotStartWith("00000000");
        assertThat(asked.header("x-session")).isIn(null, SomeEdge.SESSION);
        assertThat(asked.header("connection")).isIn(null, "keep-alive");
        assertThat(asked.method()).isEqualTo(method);
    }

    @ParameterizedTest
    @CsvSource({"/api/leads, core", "/auth/sign-in, auth", "/webhooks/acuity, webhooks"})
    void cannotBeStrippedByCallingItForThisHopOnly(String path, String program) {
        send(
                "POST",
                path,
                Stream.of(
                        "Connection: Authorization, X-Session, X-Client-Address, X-Request-Id, Host, Content-Length"));

        Asked asked = programOf(program).lastAsked(path);
        assertThat(asked.headers()).containsKeys("authorization", "x-client-address", "x-request-id", "content-length");
    }

    private void send(String method, String path, Stream<String> lines) {
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost:" + edge.port + "\r\nOrigin: " + edge.url()
                + "\r\nCookie: " + SomeEdge.COOKIE + "\r\nConnection: close\r\n"
                + lines.map(line -> line + "\r\n").collect(Collectors.joining());
        String answer = edge.connect()
                .say(head + (method.equals("POST") ? "Content-Length: 2\r\n\r\n{}" : "\r\n"))
                .hearAll();
        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    private SomeProgram programOf(String name) {
        return switch (name) {
            case "core" -> edge.core;
            case "auth" -> edge.auth;
            default -> edge.webhooks;
        };
    }
}
