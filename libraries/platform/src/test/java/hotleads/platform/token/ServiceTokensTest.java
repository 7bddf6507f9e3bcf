package hotleads.platform.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hotleads.platform.time.HandClock;
import hotleads.platform.traces.Traces;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.client.RestClientException;

class ServiceTokensTest {
    private final ECKey key = ForgedTokens.freshKey("webhooks");
    private final List<Map<String, String>> asked = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer auth;
    private final ServiceTokens tokens;
    private final HandClock clock = new HandClock();
    private int status = 200;
    private int expiresIn = 300;
    private volatile Runnable beforeAnswer = () -> {};

    ServiceTokensTest(@TempDir Path folder) throws IOException {
        auth = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        auth.createContext("/oauth/token", this::answer);
        auth.start();
        Path keyFile = Files.writeString(folder.resolve("service.jwk"), key.toJSONString());
        tokens = new ServiceTokens(
                keyFile, URI.create("http://127.0.0.1:" + auth.getAddress().getPort()), Traces.NONE, clock);
    }

    @AfterEach
    void stopAuth() {
        auth.stop(0);
    }

    @Test
    void areAskedForOnceAndKeptForEachAct() {
        String first = tokens.tokenFor("core", "inbox.append");

        assertThat(tokens.tokenFor("core", "inbox.append")).isEqualTo(first);
        assertThat(tokens.tokenFor("core", "act.report")).isNotEqualTo(first);
        assertThat(asked).hasSize(2);
    }

    @Test
    void areAskedForAnewBeforeTheyRunOut() {
        expiresIn = 60;
        tokens.tokenFor("core", "inbox.append");

        tokens.tokenFor("core", "inbox.append");

        assertThat(asked).hasSize(2);
    }

    @Test
    void areAskedForAnewWhenTheClockWasPutBack() {
        String before = tokens.tokenFor("core", "inbox.append");

        clock.forward(Duration.ofDays(-1));
        String after = tokens.tokenFor("core", "inbox.append");

        // What was signed tomorrow is not taken today.
        assertThat(after).isNotEqualTo(before);
        assertThat(tokens.tokenFor("core", "inbox.append")).isEqualTo(after);
    }

    @Test
    void areAskedForWithASingleUseAssertionOfTheService() throws Exception {
        tokens.tokenFor("core", "inbox.append");
        tokens.tokenFor("core", "act.report");

        SignedJWT first = SignedJWT.parse(asked.get(0).get("client_assertion"));
        SignedJWT second = SignedJWT.parse(asked.get(1).get("client_assertion"));
        assertThat(first.verify(new ECDSAVerifier(key.toPublicJWK()))).isTrue();
        assertThat(first.getJWTClaimsSet().getIssuer()).isEqualTo("webhooks");
        assertThat(first.getJWTClaimsSet().getAudience()).containsExactly(Tokens.ISSUER);
        assertThat(first.getJWTClaimsSet().getJWTID())
                .isNotEqualTo(second.getJWTClaimsSet().getJWTID());
        assertThat(asked.get(0)).containsEntry("audience", "core").containsEntry("scope", "inbox.append");
    }

    @Test
    void areAskedForOnceHoweverManyNeedOne() throws Exception {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> wish = () -> tokens.tokenFor("core", "inbox.append");
            List<String> got = new ArrayList<>();
            for (var future :
                    many.invokeAll(IntStream.range(0, 50).mapToObj(i -> wish).toList())) {
                got.add(future.get());
            }

            assertThat(got).containsOnly(got.getFirst());
            assertThat(asked).hasSize(1);
        }
    }

    @Test
    void areNotKeptWhenAuthRefuses() {
        status = 401;
        assertThatThrownBy(() -> tokens.tokenFor("core", "inbox.append")).isInstanceOf(RestClientException.class);
        status = 200;

        assertThat(tokens.tokenFor("core", "inbox.append")).startsWith("token-");
    }

    @Test
    void allWhoWaitedForAnAuthThatCannotAreToldAtOnce() throws Exception {
        status = 503;
        List<RuntimeException> told = Collections.synchronizedList(new ArrayList<>());
        List<Thread> many = IntStream.range(0, 20)
                .mapToObj(_ -> Thread.ofPlatform().unstarted(() -> {
                    try {
                        tokens.tokenFor("core", "inbox.append");
                    } catch (RestClientException away) {
                        told.add(away);
                    }
                }))
                .toList();
        beforeAnswer = () -> await().until(() -> many.stream().allMatch(ServiceTokensTest::waits));

        many.forEach(Thread::start);
        for (Thread one : many) {
            one.join();
        }

        assertThat(told).hasSize(20);
        assertThat(asked).hasSize(1);
    }

    @Test
    void areGoodToTheirEndWhileAuthIsAway() {
        String held = tokens.tokenFor("core", "inbox.append");
        status = 503;

        clock.forward(Duration.ofSeconds(299));
        assertThat(tokens.tokenFor("core", "inbox.append")).isEqualTo(held);

        clock.forward(Duration.ofSeconds(1));
        assertThatThrownBy(() -> tokens.tokenFor("core", "inbox.append")).isInstanceOf(RestClientException.class);
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    private void answer(HttpExchange exchange) throws IOException {
        beforeAnswer.run();
        asked.add(Arrays.stream(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))));
        byte[] body = "{\"access_token\":\"token-%d\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
                .formatted(asked.size(), expiresIn)
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
