package hotleads.core;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Marks as required, in a description of the API, every field our records do not call nullable: springdoc knows no null
 * marks.
 */
final class RequiredFields {
    private final Map<String, Class<?>> records = new LinkedHashMap<>();

    RequiredFields(RequestMappingHandlerMapping mappings) {
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            // What programs say among themselves may use a name again, and is not described.
            if (mapping.getPatternValues().stream().anyMatch(path -> path.startsWith("/api/"))) {
                collect(method);
            }
        });
    }

    private void collect(HandlerMethod method) {
        collect(ResolvableType.forMethodParameter(method.getReturnType()));
        for (MethodParameter parameter : method.getMethodParameters()) {
            collect(ResolvableType.forMethodParameter(parameter));
        }
    }

    private void collect(ResolvableType type) {
        Class<?> raw = type.resolve(Object.class);
        if (raw.isRecord() && isFirst(raw)) {
            for (RecordComponent component : raw.getRecordComponents()) {
                collect(ResolvableType.forMethodReturnType(component.getAccessor()));
            }
        }
        Arrays.stream(type.getGenerics()).forEach(this::collect);
    }

    /** A description has one record of a name: of two, it would have whichever was found first. */
    private boolean isFirst(Class<?> raw) {
        Class<?> known = records.putIfAbsent(raw.getSimpleName(), raw);
        if (known != null && known != raw) {
            throw new AssertionError("Name one of them otherwise: " + known.getName() + ", " + raw.getName());
        }
        return known == null;
    }

    void markIn(ObjectNode api) {
        JsonNode schemas = api.get("components").get("schemas");
        records.forEach((name, record) -> {
            if (schemas.get(name) instanceof ObjectNode schema) {
                ArrayNode required = schema.putArray("required");
                for (RecordComponent component : record.getRecordComponents()) {
                    if (!isNullable(component)) {
                        required.add(component.getName());
                    }
                }
            }
        });
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
