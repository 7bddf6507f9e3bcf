package hotleads.webhooks.zoho;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a notification says of itself; which records it is about stays in the bytes, as all of them are read.
 *
 * @param channel as text, though Zoho may send a number
 * @param operation {@code insert}, {@code update} or {@code delete}
 */
record ZohoPayload(
        @Nullable String channel,
        @Nullable String token,
        @Nullable String operation) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 100;
    private static final ZohoPayload NONE = new ZohoPayload(null, null, null);

    static ZohoPayload read(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            return new ZohoPayload(
                    plain(json.path("channel_id")), plain(json.path("token")), plain(json.path("operation")));
        } catch (JacksonException noJson) {
            return NONE;
        }
    }

    /** Long or unprintable values are none of Zoho's: a NUL could make core's whole batch fail. */
    private static @Nullable String plain(JsonNode value) {
        if (!value.isString() && !value.isIntegralNumber()) {
            return null;
        }
        String text = value.asString();
        boolean usable = !text.isEmpty()
                && text.length() <= LONGEST
                && text.chars().allMatch(letter -> letter > ' ' && letter < 127);
        return usable ? text : null;
    }
}
