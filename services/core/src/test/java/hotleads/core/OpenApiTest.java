package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.endpoint.Caller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springdoc.core.utils.SpringDocUtils;
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
        // The caller comes out of the token, not out of the request.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
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

    /** Every refusal of every operation looks alike. */
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
                .forEach(path -> path.forEach(operation -> ((ObjectNode) operation.get("responses"))
                        .putObject("default")
                        .put("description", "Refused or failed")
                        .putObject("content")
                        .putObject("application/problem+json")
                        .putObject("schema")
                        .put("$ref", "#/components/schemas/Problem")));
    }
}
