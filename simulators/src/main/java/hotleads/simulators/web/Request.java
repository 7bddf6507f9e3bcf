package hotleads.simulators.web;

import com.sun.net.httpserver.Headers;
import hotleads.simulators.storage.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One request, its body already read; {@code variables} are the {…} parts of the matched path. */
public record Request(
        String method, String path, Parameters query, Headers headers, byte[] body, Map<String, String> variables) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException("This path has no part named " + name);
        }
        return value;
    }

    /** Any content type is taken: Acuity reads JSON bodies sent without one. */
    public ObjectNode json() {
        if (body.length == 0) {
            return Json.MAPPER.createObjectNode();
        }
        try {
            JsonNode node = Json.MAPPER.readTree(body);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException unreadable) {
            throw new BadRequest("The body is not JSON.", unreadable);
        }
        throw new BadRequest("The body is not a JSON object.");
    }

    public Parameters form() {
        return Parameters.parse(new String(body, StandardCharsets.UTF_8));
    }

    Request matched(Map<String, String> found) {
        return new Request(method, path, query, headers, body, found);
    }
}
