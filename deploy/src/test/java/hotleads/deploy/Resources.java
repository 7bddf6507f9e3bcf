package hotleads.deploy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A template's resources, read as plain maps. */
record Resources(Map<String, Object> template) {
    /** One resource: its name in the template, and what it is told. */
    record Resource(String id, String type, Map<String, Object> whole) {
        Map<String, Object> properties() {
            return map(whole.getOrDefault("Properties", Map.of()));
        }

        Object get(String property) {
            return Optional.ofNullable(properties().get(property)).orElse("");
        }

        List<Object> list(String property) {
            return listOf(get(property));
        }

        @Override
        public String toString() {
            return id;
        }
    }

    List<Resource> all() {
        return map(template.get("Resources")).entrySet().stream()
                .map(entry -> new Resource(
                        entry.getKey(), String.valueOf(map(entry.getValue()).get("Type")), map(entry.getValue())))
                .toList();
    }

    List<Resource> of(String type) {
        return all().stream().filter(one -> one.type().equals(type)).toList();
    }

    Resource only(String type) {
        List<Resource> found = of(type);
        if (found.size() != 1) {
            throw new AssertionError(type + ": " + found);
        }
        return found.getFirst();
    }

    Resource byId(String id) {
        return all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() -> new AssertionError(id));
    }

    /** The container of a task definition. */
    Map<String, Object> container(String name) {
        return of("AWS::ECS::TaskDefinition").stream()
                .flatMap(task -> task.list("ContainerDefinitions").stream())
                .map(Resources::map)
                .filter(container -> name.equals(container.get("Name")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name));
    }

    Resource task(String container) {
        return of("AWS::ECS::TaskDefinition").stream()
                .filter(task -> String.valueOf(task.get("ContainerDefinitions")).contains("Name=" + container + ","))
                .findFirst()
                .orElseThrow(() -> new AssertionError(container));
    }

    /** The ids of the resources that a value names, by reference or by an attribute. */
    static List<String> named(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Object reference = map.get("Ref");
            Object attribute = map.get("Fn::GetAtt");
            if (reference != null) {
                return List.of(String.valueOf(reference));
            }
            if (attribute != null) {
                return List.of(String.valueOf(listOf(attribute).getFirst()));
            }
            return map.values().stream().flatMap(one -> named(one).stream()).toList();
        }
        if (value instanceof Collection<?> list) {
            return list.stream().flatMap(one -> named(one).stream()).toList();
        }
        return List.of();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : new TreeMap<>();
    }

    @SuppressWarnings("unchecked")
    static List<Object> listOf(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return (List<Object>) list;
        }
        return value == null || value.equals("") ? List.of() : List.of(value);
    }

    /** Every statement of every policy, with the resource it stands in. */
    Stream<Map.Entry<Resource, Map<String, Object>>> statements() {
        return all().stream()
                .flatMap(one -> Stream.of("PolicyDocument", "KeyPolicy", "AssumeRolePolicyDocument")
                        .flatMap(kind -> listOf(map(one.get(kind)).getOrDefault("Statement", List.of())).stream())
                        .map(statement -> Map.entry(one, map(statement))));
    }
}
