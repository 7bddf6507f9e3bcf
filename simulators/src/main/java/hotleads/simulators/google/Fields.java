package hotleads.simulators.google;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Google's {@code fields} parameter: {@code items(id,start/dateTime),nextPageToken}; only what it names is sent. */
record Fields(Map<String, Fields> below) {

    static Fields parse(String text) {
        var reader = new Reader(text);
        Fields fields = reader.list();
        if (reader.at != text.length()) {
            throw bad();
        }
        return fields;
    }

    JsonNode of(JsonNode json) {
        if (below.isEmpty()) {
            return json;
        }
        if (json instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, of(array.get(i)));
            }
        } else if (json instanceof ObjectNode object) {
            object.retain(below.keySet());
            below.forEach((name, fields) -> {
                JsonNode value = object.get(name);
                if (value != null) {
                    object.set(name, fields.of(value));
                }
            });
        }
        return json;
    }

    private static GoogleError.Refused bad() {
        return GoogleError.invalid("fields", "Invalid field selection").refused();
    }

    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Fields list() {
            var names = new LinkedHashMap<String, Fields>();
            do {
                String name = name();
                names.put(name, below());
            } while (take(','));
            return new Fields(names);
        }

        private Fields below() {
            if (take('/')) {
                return new Fields(Map.of(name(), below()));
            }
            if (!take('(')) {
                return new Fields(Map.of());
            }
            Fields inside = list();
            if (!take(')')) {
                throw bad();
            }
            return inside;
        }

        private String name() {
            int from = at;
            while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
                at++;
            }
            if (at == from) {
                throw bad();
            }
            return text.substring(from, at);
        }

        private boolean take(char wanted) {
            boolean there = at < text.length() && text.charAt(at) == wanted;
            at += there ? 1 : 0;
            return there;
        }
    }
}
