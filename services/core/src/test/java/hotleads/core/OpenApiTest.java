package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The committed description of the API is the one the code has; {@code -Dopenapi.write=true} writes it anew. */
class OpenApiTest {
    private static final Path COMMITTED = Path.of("src/main/resources/openapi.json");

    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void describesTheCodeAsItIs() throws IOException {
        String described = describe();
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COMMITTED, described);
        }

        assertThat(Files.readString(COMMITTED)).isEqualTo(described);
    }

    private String describe() throws IOException {
        try (SomeCore core = SomeCore.started()) {
            byte[] document = core.bean(OpenApiWebMvcResource.class)
                    .openapiJson(new MockHttpServletRequest("GET", "/v3/api-docs"), "/v3/api-docs", Locale.ENGLISH);
            ObjectNode api = (ObjectNode) json.readTree(new String(document, StandardCharsets.UTF_8));
            api.remove("servers");
            api.putObject("info")
                    .put("title", "Hot Leads: the practice's records and the list")
                    .put("version", "1");
            keepWhatBrowsersCall(api);
            new RequiredFields(core.bean(RequestMappingHandlerMapping.class)).markIn(api);
            describeProblems(api);
            describeItself(api);
            return json.writeValueAsString(api) + "\n";
        }
    }

    /** What services say among themselves is no public contract. */
    private static void keepWhatBrowsersCall(ObjectNode api) {
        ObjectNode paths = (ObjectNode) api.get("paths");
        paths.propertyNames().stream()
                .filter(path -> !path.startsWith("/api/"))
                .toList()
                .forEach(paths::remove);
        ObjectNode schemas = (ObjectNode) api.get("components").get("schemas");
        String used = paths.toString();
        schemas.propertyNames().stream()
                .filter(name ->
                        name.startsWith("Delivery") || name.startsWith("Deliveries") || name.startsWith("Reported"))
                .filter(name -> !used.contains("/" + name + "\""))
                .toList()
                .forEach(schemas::remove);
    }

    /** Every refusal of every operation looks alike. Nothing else is described: a failure of ours is no answer. */
    private static void describeProblems(ObjectNode api) {
        ObjectNode problem = ((ObjectNode) api.get("components").get("schemas")).putObject("Problem");
        problem.put("type", "object")
                .putArray("required")
                .add("status")
                .add("title")
                .add("code")
                .add("requestId");
        ObjectNode fields = problem.putObject("properties");
        fields.putObject("status").put("type", "integer");
        fields.putObject("title").put("type", "string");
        fields.putObject("code").put("type", "string").put("description", "A stable word for what went wrong");
        fields.putObject("requestId").put("type", "string").put("description", "The reference number to name");
        api.get("paths")
                .forEach(path -> path.forEach(operation -> {
                    ObjectNode responses = (ObjectNode) operation.get("responses");
                    describeProblem(responses.putObject("4XX"), "Refused: the code says why");
                    describeProblem(
                            responses.putObject("503"),
                            "Not now: database-busy, core-away and others; Retry-After says when to come again");
                    describeProblem(responses.putObject("504"), "Too slow: core-slow");
                }));
    }

    /** Springdoc takes what is sent as it lies there for a file. */
    private static void describeItself(ObjectNode api) {
        ((ObjectNode) api.at("/paths/~1api~1openapi.json/get/responses/200/content/application~1json/schema"))
                .removeAll()
                .put("type", "object");
    }

    private static void describeProblem(ObjectNode response, String description) {
        response.put("description", description)
                .putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
    }
}
