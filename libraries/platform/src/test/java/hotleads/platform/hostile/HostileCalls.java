package hotleads.platform.hostile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each operation of an OpenAPI document with a hostile text in each place in turn, the other places as they should be.
 * A new operation is among them by itself.
 */
public final class HostileCalls {
    private static final String MARK = "@here@";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode document;
    private final Map<String, String> usual;

    /** @param usual what stands in a place by its name when another is tried, as JSON */
    public HostileCalls(JsonNode document, Map<String, String> usual) {
        this.document = document;
        this.usual = usual;
    }

    /**
     * One operation.
     *
     * @param answers the statuses its description names
     * @param usual with nothing hostile in it
     */
    public record Operation(String name, Set<String> answers, List<Place> places, Call usual) {}

    /**
     * A place for a text.
     *
     * @param harmless with a text that matches nothing
     * @param comparable whether any text is as good as another there, so that each hostile one must match nothing too
     */
    public record Place(String name, Call harmless, List<Call> hostile, boolean comparable) {}

    /** @param target path and query, escaped */
    public record Call(
            String method, String target, @Nullable String body, String tried) {}

    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.add(operation(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
        return operations;
    }

    private Operation operation(String method, String path, JsonNode operation) {
        List<Place> places = new ArrayList<>();
        JsonNode body = bodyOf(operation);
        String usually = body.isMissingNode() ? null : JSON.writeValueAsString(body);
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.get("name").asString();
            boolean text = isFreeText(parameter.get("schema"));
            switch (parameter.get("in").asString()) {
                case "query" ->
                    places.add(place(
                            name,
                            text,
                            value -> new Call(
                                    method, filled(path) + "?" + name + "=" + escaped(value), usually, value)));
                case "path" ->
                    places.add(place(
                            name,
                            text,
                            value -> new Call(
                                    method, filled(path.replace("{" + name + "}", escaped(value))), usually, value)));
                default -> {
                    // Headers: what reaches the programs behind the edge is listed there.
                }
            }
        }
        pointersIn(body, "")
                .forEach(pointer -> places.add(bodyPlace(
                        method,
                        filled(path),
                        body,
                        pointer,
                        isText(body.at(pointer)) ? HostileTexts.TEXTS : HostileTexts.TYPED)));
        return new Operation(
                method + " " + path,
                Set.copyOf(operation.get("responses").propertyNames()),
                places,
                new Call(method, filled(path), usually, ""));
    }

    private static Place place(String name, boolean comparable, Function<String, Call> with) {
        return new Place(
                name,
                with.apply(HostileTexts.HARMLESS),
                (comparable ? HostileTexts.TEXTS : HostileTexts.TYPED)
                        .stream().map(with).toList(),
                comparable);
    }

    private static Place bodyPlace(String method, String target, JsonNode body, String pointer, List<String> texts) {
        Function<String, Call> with = json -> new Call(method, target, replaced(body, pointer, json), json);
        List<Call> hostile = Stream.concat(
                        HostileTexts.NO_TEXTS.stream(),
                        HostileTexts.TEXTS.stream().map(JSON::writeValueAsString))
                .map(with)
                .toList();
        return new Place(pointer, with.apply(JSON.writeValueAsString(HostileTexts.HARMLESS)), hostile, false);
    }

    /** Not an id or a time, which are texts in JSON only. */
    private static boolean isText(JsonNode usual) {
        return usual.isNull() || usual.isString() && !usual.asString().matches("[0-9a-f]{8}-.*|[0-9]{4}-.*");
    }

    /** Every object, list and value in it. */
    private static List<String> pointersIn(JsonNode body, String pointer) {
        List<String> pointers = new ArrayList<>();
        body.properties().forEach(field -> {
            String there = pointer + "/" + field.getKey();
            pointers.add(there);
            pointers.addAll(pointersIn(field.getValue(), there));
        });
        for (int item = 0; body.isArray() && item < body.size(); item++) {
            pointers.add(pointer + "/" + item);
            pointers.addAll(pointersIn(body.get(item), pointer + "/" + item));
        }
        return pointers;
    }

    /** As text, since what is put there need not be JSON that anyone could hold. */
    private static String replaced(JsonNode body, String pointer, String json) {
        JsonNode copy = body.deepCopy();
        int last = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        if (parent instanceof ObjectNode object) {
            object.put(name, MARK);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), MARK);
        }
        return JSON.writeValueAsString(copy).replace('"' + MARK + '"', json);
    }

    private JsonNode bodyOf(JsonNode operation) {
        JsonNode schema = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return schema.isMissingNode() ? schema : example("", schema);
    }

    private JsonNode example(String name, JsonNode schema) {
        String known = usual.get(name);
        if (known != null) {
            return JSON.readTree(known);
        }
        String named = schema.path("$ref").asString("").replace("#/components/schemas/", "");
        if (!named.isEmpty()) {
            return example("", document.get("components").get("schemas").get(named));
        }
        if (schema.has("properties")) {
            ObjectNode object = JSON.createObjectNode();
            schema.get("properties")
                    .properties()
                    .forEach(field -> object.set(field.getKey(), example(field.getKey(), field.getValue())));
            return object;
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (schema.path("type").asString("")) {
            case "integer", "number" -> JSON.readTree("1");
            case "boolean" -> JSON.readTree("false");
            case "array" -> JSON.createArrayNode().add(example("", schema.get("items")));
            default -> JSON.readTree('"' + exampleOf(schema.path("format").asString("")) + '"');
        };
    }

    private static String exampleOf(String format) {
        return switch (format) {
            case "uuid" -> "00000000-0000-4000-8000-0000000000ff";
            case "date-time" -> "2026-11-24T09:00:00Z";
            case "date" -> "2026-11-24";
            case "byte" -> "eA==";
            default -> HostileTexts.HARMLESS;
        };
    }

    private static boolean isFreeText(JsonNode schema) {
        return schema.path("type").asString("").equals("string") && !schema.has("format") && !schema.has("enum");
    }

    private String filled(String path) {
        String filled = path;
        for (Map.Entry<String, String> known : usual.entrySet()) {
            filled = filled.replace("{" + known.getKey() + "}", known.getValue().replace("\"", ""));
        }
        return filled.replaceAll("\\{[^}]*}", exampleOf("uuid"));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
