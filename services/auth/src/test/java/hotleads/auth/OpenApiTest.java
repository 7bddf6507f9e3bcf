package hotleads.auth;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.endpoint.Role;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document is made from the controllers here, so that the running program needs no generator; run with
 * {@code -Dopenapi.write} to store what changed.
 */
@SpringBootTest(
        classes = AuthService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"springdoc.paths-to-match=/auth/**", "springdoc.paths-to-exclude=/auth/openapi.json"})
class OpenApiTest extends RunningAuth {
    private static final Path STORED = Path.of("src/main/resources/openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** How every act is refused that asks for a proof of a moment ago. */
    private static final Map<String, List<String>> FRESH =
            Map.of("401", List.of("signed-out"), "403", List.of("step-up-required"));

    /** Every way a call can be refused, as its sentence in the frontend is found by. */
    private static final Map<String, Map<String, List<String>>> REFUSALS = Map.ofEntries(
            Map.entry("session", Map.of("409", List.of("cannot-be-opened"))),
            Map.entry("signOut", Map.of()),
            Map.entry(
                    "signIn",
                    Map.of(
                            "409", List.of("cannot-be-opened"),
                            "400", List.of("bad-request"),
                            "401", List.of("wrong-sign-in"),
                            "403", List.of("link-needed"),
                            "429", List.of("too-many-tries"),
                            "503", List.of("busy"))),
            Map.entry(
                    "secondFactor",
                    Map.of(
                            "409", List.of("cannot-be-opened"),
                            "400", List.of("bad-request"),
                            "401", List.of("wrong-code", "code-already-used", "signed-out"),
                            "429", List.of("too-many-tries"))),
            Map.entry(
                    "recover",
                    Map.of(
                            "409", List.of("cannot-be-opened"),
                            "400", List.of("bad-request"),
                            "401", List.of("wrong-code", "signed-out"),
                            "429", List.of("too-many-tries"))),
            Map.entry("lock", Map.of()),
            Map.entry(
                    "changePassword",
                    Map.of(
                            "400",
                            List.of("bad-request"),
                            "401",
                            List.of("wrong-password", "signed-out"),
                            "403",
                            List.of("step-up-required"),
                            "422",
                            List.of("weak-password"),
                            "429",
                            List.of("too-many-tries"),
                            "503",
                            List.of("busy"))),
            Map.entry(
                    "acceptReset",
                    Map.of(
                            "400",
                            List.of("bad-request"),
                            "401",
                            List.of("wrong-sign-in"),
                            "410",
                            List.of("link-over"),
                            "429",
                            List.of("too-many-tries"),
                            "503",
                            List.of("busy"))),
            Map.entry(
                    "people",
                    Map.of(
                            "401",
                            List.of("no-valid-token"),
                            "403",
                            List.of("not-allowed"),
                            "400",
                            List.of("bad-request"))),
            Map.entry(
                    "changeRole",
                    Map.of(
                            "401",
                            List.of("no-valid-token"),
                            "403",
                            List.of("not-allowed", "no-longer-admin", "step-up-required"),
                            "400",
                            List.of("bad-request"),
                            "404",
                            List.of("not-found"),
                            "409",
                            List.of("not-yourself", "last-admin", "role-fixed"))),
            Map.entry(
                    "changePractice",
                    Map.of(
                            "401",
                            List.of("no-valid-token"),
                            "403",
                            List.of("not-allowed", "no-longer-admin", "step-up-required"),
                            "400",
                            List.of("bad-request"),
                            "404",
                            List.of("not-found"),
                            "409",
                            List.of("practitioners-only"),
                            "422",
                            List.of("practice-not-usable"))),
            Map.entry(
                    "lockAccount",
                    Map.of(
                            "401",
                            List.of("no-valid-token"),
                            "403",
                            List.of("not-allowed", "no-longer-admin", "step-up-required"),
                            "400",
                            List.of("bad-request"),
                            "404",
                            List.of("not-found"),
                            "409",
                            List.of("not-yourself", "last-admin"))),
            Map.entry(
                    "unlockAccount",
                    Map.of(
                            "401",
                            List.of("no-valid-token"),
                            "403",
                            List.of("not-allowed", "no-longer-admin", "step-up-required"),
                            "400",
                            List.of("bad-request"),
                            "404",
                            List.of("not-found"),
                            "409",
                            List.of("not-yourself"))),
            Map.entry(
                    "endSessions",
                    Map.of(
                            "401",
                            List.of("no-valid-token"),
                            "403",
                            List.of("not-allowed", "no-longer-admin", "step-up-required"),
                            "400",
                            List.of("bad-request"),
                            "404",
                            List.of("not-found"),
                            "409",
                            List.of("not-yourself"))),
            Map.entry(
                    "endSession",
                    Map.of(
                            "401",
                            List.of("no-valid-token"),
                            "403",
                            List.of("not-allowed", "no-longer-admin", "step-up-required"),
                            "400",
                            List.of("bad-request"),
                            "404",
                            List.of("not-found"),
                            "409",
                            List.of("not-yourself"))),
            Map.entry(
                    "askForReset",
                    Map.of(
                            "401",
                            List.of("no-valid-token"),
                            "403",
                            List.of("not-allowed", "no-longer-admin", "step-up-required"),
                            "400",
                            List.of("bad-request"),
                            "404",
                            List.of("not-found"),
                            "409",
                            List.of("not-yourself", "already-asked"),
                            "422",
                            List.of("not-usable"))),
            Map.entry("approvals", Map.of("401", List.of("no-valid-token"), "403", List.of("not-allowed"))),
            Map.entry(
                    "approveReset",
                    Map.of(
                            "401",
                            List.of("no-valid-token"),
                            "403",
                            List.of("not-allowed", "no-longer-admin", "step-up-required"),
                            "400",
                            List.of("bad-request"),
                            "404",
                            List.of("not-found"),
                            "409",
                            List.of("not-yourself", "second-admin-needed"),
                            "410",
                            List.of("reset-over"))),
            Map.entry(
                    "useCard",
                    Map.of(
                            "401",
                            List.of("no-valid-token"),
                            "403",
                            List.of("not-allowed", "no-longer-admin", "step-up-required"),
                            "400",
                            List.of("bad-request"),
                            "404",
                            List.of("not-found"),
                            "409",
                            List.of(
                                    "not-yourself",
                                    "card-for-admins-only",
                                    "second-admin-available",
                                    "no-card",
                                    "card-too-new"),
                            "410",
                            List.of("reset-over"),
                            "422",
                            List.of("wrong-card"),
                            "429",
                            List.of("too-many-tries"),
                            "503",
                            List.of("busy"))),
            Map.entry(
                    "finishReset",
                    Map.of(
                            "401",
                            List.of("no-valid-token"),
                            "403",
                            List.of("not-allowed", "no-longer-admin", "step-up-required"),
                            "400",
                            List.of("bad-request"),
                            "404",
                            List.of("not-found"),
                            "409",
                            List.of("not-yourself", "not-yet"),
                            "410",
                            List.of("reset-over"))),
            Map.entry(
                    "stopReset",
                    Map.of(
                            "401",
                            List.of("no-valid-token"),
                            "403",
                            List.of("not-allowed", "no-longer-admin"),
                            "400",
                            List.of("bad-request"),
                            "404",
                            List.of("not-found"),
                            "410",
                            List.of("reset-over"))),
            Map.entry(
                    "makeCard",
                    Map.of(
                            "401",
                            List.of("no-valid-token"),
                            "403",
                            List.of("not-allowed", "no-longer-admin", "step-up-required"),
                            "503",
                            List.of("busy"))),
            Map.entry("waitingInvites", Map.of("401", List.of("no-valid-token"), "403", List.of("not-allowed"))),
            Map.entry(
                    "withdrawInvite",
                    Map.of(
                            "401",
                            List.of("no-valid-token"),
                            "403",
                            List.of("not-allowed", "step-up-required"),
                            "400",
                            List.of("bad-request"),
                            "404",
                            List.of("not-found"))),
            Map.entry("ownSessions", Map.of("404", List.of("not-found"), "401", List.of("no-valid-token"))),
            Map.entry(
                    "endOwnSession",
                    Map.of(
                            "400",
                            List.of("bad-request"),
                            "401",
                            List.of("no-valid-token"),
                            "404",
                            List.of("not-found"))),
            Map.entry("endOtherSessions", Map.of("404", List.of("not-found"), "401", List.of("no-valid-token"))),
            Map.entry(
                    "stepUp",
                    Map.of(
                            "400", List.of("bad-request"),
                            "401", List.of("wrong-code", "code-already-used", "signed-out"),
                            "429", List.of("too-many-tries"))),
            Map.entry("askForPasskey", Map.of()),
            Map.entry("askForPasskeyAgain", Map.of("401", List.of("signed-out"))),
            Map.entry(
                    "stepUpByPasskey",
                    Map.of("400", List.of("bad-request"), "401", List.of("passkey-refused", "signed-out"))),
            Map.entry("signInByPasskey", Map.of("400", List.of("bad-request"), "401", List.of("passkey-refused"))),
            Map.entry("startPasskey", Map.of("401", List.of("signed-out"))),
            Map.entry(
                    "confirmPasskey",
                    Map.of(
                            "400", List.of("bad-request"),
                            "401", List.of("passkey-refused", "signed-out"),
                            "422", List.of("bad-name"))),
            Map.entry("factors", Map.of("401", List.of("signed-out"))),
            Map.entry("startAddingPasskey", FRESH),
            Map.entry(
                    "addPasskey",
                    Map.of(
                            "400", List.of("bad-request"),
                            "401", List.of("passkey-refused", "signed-out"),
                            "403", List.of("step-up-required"),
                            "422", List.of("bad-name"))),
            Map.entry("startAddingTotp", FRESH),
            Map.entry(
                    "addTotp",
                    Map.of(
                            "400", List.of("bad-request"),
                            "401", List.of("wrong-code", "code-already-used", "signed-out"),
                            "403", List.of("step-up-required"),
                            "410", List.of("set-up-expired"))),
            Map.entry(
                    "renameFactor",
                    Map.of(
                            "400", List.of("bad-request"),
                            "401", List.of("signed-out"),
                            "403", List.of("step-up-required"),
                            "404", List.of("no-such-factor"),
                            "422", List.of("bad-name"))),
            Map.entry(
                    "removeFactor",
                    Map.of(
                            "400", List.of("bad-request"),
                            "401", List.of("signed-out"),
                            "403", List.of("step-up-required"),
                            "404", List.of("no-such-factor"),
                            "409", List.of("last-factor", "no-recovery-codes"))),
            Map.entry("renewRecoveryCodes", FRESH),
            Map.entry(
                    "confirmRenewedRecoveryCodes",
                    Map.of(
                            "400", List.of("bad-request"),
                            "401", List.of("wrong-code", "signed-out"),
                            "403", List.of("step-up-required"))),
            Map.entry("startTotp", Map.of("401", List.of("signed-out"), "409", List.of("cannot-be-opened"))),
            Map.entry(
                    "confirmTotp",
                    Map.of(
                            "409", List.of("cannot-be-opened"),
                            "400", List.of("bad-request"),
                            "401", List.of("wrong-code", "code-already-used", "signed-out"),
                            "410", List.of("set-up-expired"))),
            Map.entry(
                    "reissueRecoveryCodes",
                    Map.of(
                            "401", List.of("signed-out"),
                            "409", List.of("cannot-be-opened"),
                            "410", List.of("set-up-expired"))),
            Map.entry(
                    "confirmRecoveryCodes",
                    Map.of(
                            "409", List.of("cannot-be-opened"),
                            "400", List.of("bad-request"),
                            "401", List.of("wrong-code", "signed-out"),
                            "410", List.of("set-up-expired"))),
            Map.entry(
                    "openInvite",
                    Map.of(
                            "400", List.of("bad-request"),
                            "409", List.of("cannot-be-opened"),
                            "410", List.of("invite-over"))),
            Map.entry(
                    "acceptInvite",
                    Map.of(
                            "409", List.of("cannot-be-opened"),
                            "400", List.of("bad-request"),
                            "410", List.of("invite-over"),
                            "422", List.of("weak-password"),
                            "503", List.of("busy"))),
            Map.entry("keys", Map.of("401", List.of("no-valid-token"), "403", List.of("not-allowed"))),
            Map.entry(
                    "rotateKey",
                    Map.of(
                            "401", List.of("no-valid-token"),
                            "403", List.of("not-allowed", "step-up-required"),
                            "404", List.of("no-such-key"),
                            "409", List.of("rotation-running", "keys-not-writable"),
                            "503", List.of("keys-away"))),
            Map.entry("staff", Map.of("401", List.of("no-valid-token"), "403", List.of("not-allowed"))),
            Map.entry(
                    "invite",
                    Map.of(
                            "400", List.of("bad-request"),
                            "401", List.of("no-valid-token"),
                            "403", List.of("not-allowed", "step-up-required"),
                            "409", List.of("already-invited", "account-exists"),
                            "422", List.of("invite-not-usable"))));

    private static final Set<String> NOT_THE_BROWSERS = Set.of("visit", "caller");

    private final OpenApiWebMvcResource generator;
    private final RequestMappingHandlerMapping mapping;

    OpenApiTest(@Autowired OpenApiWebMvcResource generator, @Autowired RequestMappingHandlerMapping mapping) {
        this.generator = generator;
        this.mapping = mapping;
    }

    @Test
    void describesWhatIsServed() throws Exception {
        String made = JSON.writeValueAsString(document()) + "\n";
        if (System.getProperty("openapi.write") != null) {
            Files.writeString(STORED, made);
        }

        assertThat(made).isEqualTo(Files.readString(STORED).replace("\r\n", "\n"));
    }

    @Test
    void isPublic() {
        Answer answer = gateway().get("/auth/openapi.json", null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("openapi").asString()).startsWith("3.");
    }

    private ObjectNode document() throws IOException {
        byte[] made = generator.openapiJson(new MockHttpServletRequest(), "/v3/api-docs", Locale.ENGLISH);
        ObjectNode document = (ObjectNode) JSON.readTree(new String(made, StandardCharsets.UTF_8));
        document.remove(List.of("servers", "tags"));
        document.set(
                "info",
                JSON.createObjectNode().put("title", "Hot Leads: signing in").put("version", "1"));
        sort(document, "paths").forEach(path -> path.forEach(operation -> complete((ObjectNode) operation)));
        ObjectNode schemas = sort((ObjectNode) document.path("components"), "schemas");
        // The gateway's headers and the caller are parameters of ours, not of the browser's.
        schemas.remove(List.of("Visit", "Caller", "SessionSecret", "BrowserSecret", "ClientAddress", "Device"));
        Map<String, Class<?>> records = records();
        schemas.properties()
                .forEach(entry -> complete(
                        (ObjectNode) entry.getValue(),
                        Objects.requireNonNull(records.get(entry.getKey()), entry.getKey())));
        schemas.set("Problem", problem());
        return document;
    }

    private static void complete(ObjectNode operation) {
        operation.remove("tags");
        // The gateway's headers and the caller are parameters of ours, not of the browser's.
        if (operation.path("parameters") instanceof ArrayNode parameters) {
            parameters.removeIf(parameter ->
                    NOT_THE_BROWSERS.contains(parameter.path("name").asString()));
            if (parameters.isEmpty()) {
                operation.remove("parameters");
            }
        }
        String name = operation.path("operationId").asString();
        ObjectNode responses = (ObjectNode) operation.path("responses");
        if (name.equals("signOut")) {
            responses.remove("200");
            responses.putObject("204").put("description", "No Content");
        }
        Map<String, List<String>> refusals =
                new TreeMap<>(Objects.requireNonNull(REFUSALS.get(name), () -> "say how " + name + " can be refused"));
        // Whatever is asked for, the database is asked.
        refusals.merge(
                "503",
                List.of("database-busy"),
                (own, all) -> Stream.concat(own.stream(), all.stream()).toList());
        refusals.forEach((status, codes) -> describe(responses, status, "Refused: " + String.join(", ", codes)));
        // The gateway looks at every request first, and every program refuses what is none.
        describe(responses, "4XX", "Refused as any request may be: the code says why");
        describe(responses, "504", "Too slow: auth-slow");
    }

    private static void describe(ObjectNode responses, String status, String description) {
        responses
                .putObject(status)
                .put("description", description)
                .putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
    }

    private static void complete(ObjectNode schema, Class<?> type) {
        ArrayNode required = schema.putArray("required");
        for (RecordComponent component : type.getRecordComponents()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        if (schema.path("properties").path("role") instanceof ObjectNode role) {
            ArrayNode words = role.putArray("enum");
            Arrays.stream(Role.values()).map(Role::word).forEach(words::add);
        }
        // Java's generator writes what does not compile for words of which none comes twice.
        schema.path("properties").forEach(property -> ((ObjectNode) property).remove("uniqueItems"));
    }

    private static ObjectNode problem() {
        ObjectNode problem = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = problem.putObject("properties");
        properties.putObject("title").put("type", "string");
        properties.putObject("status").put("type", "integer").put("format", "int32");
        properties.putObject("code").put("type", "string");
        properties.putObject("instance").put("type", "string");
        properties.putObject("requestId").put("type", "string");
        properties.putObject("retryAt").put("type", "string").put("format", "date-time");
        properties.putObject("reason").put("type", "string");
        ArrayNode required = problem.putArray("required");
        Stream.of("title", "status", "code", "requestId").forEach(required::add);
        return problem;
    }

    private static ObjectNode sort(ObjectNode parent, String member) {
        ObjectNode sorted = JSON.createObjectNode();
        new TreeMap<String, JsonNode>(
                        Map.ofEntries(parent.path(member).properties().toArray(Map.Entry[]::new)))
                .forEach(sorted::set);
        parent.set(member, sorted);
        return sorted;
    }

    private Map<String, Class<?>> records() {
        Map<String, Class<?>> records = new HashMap<>();
        mapping.getHandlerMethods().entrySet().stream()
                // What programs say among themselves may use a name again, and is not described.
                .filter(handler ->
                        handler.getKey().getPatternValues().stream().anyMatch(path -> path.startsWith("/auth/")))
                .map(handler -> handler.getValue().getMethod())
                .flatMap(method -> Stream.concat(
                        Stream.of(method.getGenericReturnType()), Arrays.stream(method.getGenericParameterTypes())))
                .forEach(type -> collect(type, records, new HashSet<>()));
        return records;
    }

    private static void collect(Type type, Map<String, Class<?>> records, Set<Type> seen) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, records, seen));
        }
        if (type instanceof Class<?> raw && raw.isRecord()) {
            // A description has one record of a name: of two, it would have whichever was found last.
            Class<?> known = records.put(raw.getSimpleName(), raw);
            assertThat(known == null || known == raw)
                    .as("%s and %s", known, raw)
                    .isTrue();
            Arrays.stream(raw.getRecordComponents())
                    .forEach(component -> collect(component.getGenericType(), records, seen));
        }
    }
}
