package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.endpoint.Access;
import hotleads.platform.endpoint.Endpoints;
import hotleads.platform.endpoint.Endpoints.Rule;
import hotleads.platform.endpoint.Role;
import hotleads.platform.token.WrongTokens;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint with every kind of token: only the one its row names gets in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoreEndpointsTest {
    /** Springdoc is on the class path of tests only, where it writes our API's description. */
    private static final Set<String> NOT_OURS = Set.of("GET /v3/api-docs", "GET /v3/api-docs.yaml", "null /error");

    private SomeCore core;

    @BeforeAll
    void start() {
        core = SomeCore.started();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void theTableNamesEveryEndpointAndNoOther() {
        Set<String> mapped = new TreeSet<>();
        core.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> {
                    Set<?> methods = mapping.getMethodsCondition().getMethods();
                    mapping.getPatternValues()
                            .forEach(path -> mapped.add((methods.isEmpty()
                                            ? "null"
                                            : methods.iterator().next()) + " " + path));
                });
        mapped.removeAll(NOT_OURS);

        assertThat(rules().stream()
                        .map(rule -> rule.method() + " " + rule.path())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(mapped);
    }

    @Test
    void noEndpointTakesATokenThatWasNotMadeForIt() {
        for (Rule rule : rules()) {
            switch (rule.access()) {
                case Access.Open() ->
                    assertThat(status(rule, null)).as(rule.path()).isEqualTo(200);
                case Access.ForService(String scope) -> {
                    refusesInvalid(rule, scope);
                    WrongTokens.forSomethingElse(core.auth, "core", scope)
                            .forEach((what, token) -> assertThat(status(rule, token))
                                    .as(rule + " with " + what)
                                    .isEqualTo(403));
                }
                case Access.ForUser(Set<Role> roles) -> {
                    refusesInvalid(rule, "api");
                    for (Role role : Role.values()) {
                        int status = status(rule, core.user(UUID.randomUUID(), role.word()));
                        assertThat(status == 403).as(rule + " as " + role).isEqualTo(!roles.contains(role));
                    }
                    for (String scope : List.of("inbox.append", "act.report", "provider.read")) {
                        assertThat(status(rule, core.service(scope)))
                                .as(rule + " with " + scope)
                                .isEqualTo(403);
                    }
                }
            }
        }
    }

    @Test
    void whatIsNotInTheTableIsRefusedToAdminsToo() {
        assertThat(core.get("/v3/api-docs", core.tony()).statusCode()).isEqualTo(403);
        assertThat(core.get("/actuator/env", core.tony()).statusCode()).isEqualTo(403);
    }

    @Test
    void aRefusalIsProblemJsonWithACodeAndTheRequestsId() {
        HttpResponse<String> refusal = core.get("/api/leads", null);

        assertThat(refusal.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(core.json(refusal).get("code").asString()).isEqualTo("no-valid-token");
        assertThat(core.json(refusal).get("requestId").asString())
                .isEqualTo(refusal.headers().firstValue("X-Request-Id").orElseThrow());
    }

    private void refusesInvalid(Rule rule, String scope) {
        assertThat(status(rule, null)).as(rule + " without a token").isEqualTo(401);
        WrongTokens.invalid(core.auth, "core", scope)
                .forEach((what, token) -> assertThat(status(rule, token))
                        .as(rule + " with " + what)
                        .isEqualTo(401));
    }

    private int status(Rule rule, @Nullable String token) {
        String path = rule.path().replaceAll("\\{[^}]+}", new UUID(0, 0).toString());
        if (path.equals("/api/live") && token != null && status(token)) {
            return 200;
        }
        return rule.method().equals(HttpMethod.GET)
                ? core.get(path, token).statusCode()
                : core.post(path, token, Map.of()).statusCode();
    }

    /** A stream that is let in never ends: ask the list, which takes the same tokens. */
    private boolean status(String token) {
        return core.get("/api/leads", token).statusCode() == 200;
    }

    private List<Rule> rules() {
        return core.bean(Endpoints.class).rules();
    }
}
