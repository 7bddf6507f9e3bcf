package hotleads.sync.zoho;

import hotleads.sync.values.PlainText;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of one record, every one of which may be null or of another type than last year. */
record Fields(JsonNode object) {
    private static final Pattern ID = Pattern.compile("\\d{1,19}");

    /** Stripped; null when nothing is left. */
    @Nullable
    String text(String name) {
        JsonNode value = object.path(name);
        if (!value.isString() && !value.isNumber()) {
            return null;
        }
        return PlainText.of(value.asString());
    }

    /** 64 bits, written as text (sheet §1.11); null for anything else. */
    @Nullable
    Long id(String name) {
        return idIn(text(name));
    }

    /** The id within a reference, {@code {"name": …, "id": …}}; older answers hold the id alone. */
    @Nullable
    Long reference(String name) {
        JsonNode value = object.path(name);
        return value.isObject() ? new Fields(value).id("id") : id(name);
    }

    boolean isTrue(String name) {
        JsonNode value = object.path(name);
        return value.isBoolean() ? value.booleanValue() : "true".equals(text(name));
    }

    @Nullable
    Instant instant(String name) {
        return ZohoTime.instant(text(name));
    }

    static @Nullable Long idIn(@Nullable String text) {
        if (text == null || !ID.matcher(text).matches()) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException beyond64Bits) {
            return null;
        }
    }
}
