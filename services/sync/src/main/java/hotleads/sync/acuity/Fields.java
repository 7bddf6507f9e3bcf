package hotleads.sync.acuity;

import hotleads.sync.values.PlainText;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of one JSON object, each read as whatever type Acuity chose today: numbers come as text, and so on. */
record Fields(JsonNode object) {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");

    boolean has(String name) {
        return object.has(name);
    }

    /** Stripped, because type names come with trailing blanks; null when nothing is left. */
    @Nullable
    String text(String name) {
        JsonNode value = object.path(name);
        if (!value.isString() && !value.isNumber()) {
            return null;
        }
        return PlainText.of(value.asString());
    }

    @Nullable
    Long number(String name) {
        JsonNode value = object.path(name);
        if (value.isIntegralNumber()) {
            return value.canConvertToLong() ? value.longValue() : null;
        }
        String text = text(name);
        return text != null && WHOLE_NUMBER.matcher(text).matches() ? Long.valueOf(text) : null;
    }

    @Nullable
    Boolean flag(String name) {
        JsonNode value = object.path(name);
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        String text = text(name);
        return switch (text == null ? "" : text) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> null;
        };
    }

    /** The whole numbers of a list; empty when there is none. */
    List<Long> numbers(String name) {
        return object.path(name)
                .valueStream()
                .filter(number -> number.isIntegralNumber() && number.canConvertToLong())
                .map(JsonNode::longValue)
                .toList();
    }
}
