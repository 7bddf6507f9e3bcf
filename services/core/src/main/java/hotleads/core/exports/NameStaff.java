package hotleads.core.exports;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts what an account is called in the place of its id: nobody reads ids. */
final class NameStaff {
    private static final Set<String> FIELDS = Set.of(
            "account_id",
            "asked_by",
            "decided_by",
            "undone_by",
            "acknowledged_by",
            "closed_by",
            "actor",
            "owner",
            "practitioner",
            "askedBy",
            "by");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private NameStaff() {}

    static Set<UUID> accountsIn(JsonNode record) {
        Set<UUID> found = new HashSet<>();
        walk(record, (field, id) -> {
            found.add(id);
            return Optional.empty();
        });
        return found;
    }

    static void name(JsonNode record, Map<UUID, String> names) {
        walk(record, (field, id) -> Optional.ofNullable(names.get(id)));
    }

    @FunctionalInterface
    private interface Naming {
        Optional<String> of(String field, UUID id);
    }

    private static void walk(JsonNode node, Naming naming) {
        switch (node) {
            case ObjectNode object ->
                Set.copyOf(object.propertyNames()).forEach(field -> {
                    JsonNode value = object.get(field);
                    if (FIELDS.contains(field)
                            && value.isString()
                            && ID.matcher(value.asString()).matches()) {
                        naming.of(field, UUID.fromString(value.asString())).ifPresent(name -> object.put(field, name));
                    } else {
                        walk(value, naming);
                    }
                });
            case ArrayNode list -> list.forEach(one -> walk(one, naming));
            default -> {
                // A value without parts.
            }
        }
    }
}
