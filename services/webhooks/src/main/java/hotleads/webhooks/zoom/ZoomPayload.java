package hotleads.webhooks.zoom;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What of a hook says where it goes; all else stays in the raw bytes.
 *
 * @param event Zoom's word for it
 * @param plainToken of a challenge; null in any other hook, and when it is no token
 */
record ZoomPayload(@Nullable String event, @Nullable String plainToken) {
    static final String CHALLENGE = "endpoint.url_validation";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern EVENT = Pattern.compile("[a-z_.]{1,80}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_=+/-]{1,128}");

    static ZoomPayload read(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            return new ZoomPayload(
                    plain(json.path("event"), EVENT), plain(json.path("payload").path("plainToken"), TOKEN));
        } catch (JacksonException noJson) {
            return new ZoomPayload(null, null);
        }
    }

    boolean isChallenge() {
        return CHALLENGE.equals(event) && plainToken != null;
    }

    private static @Nullable String plain(JsonNode value, Pattern shape) {
        return value.isString() && shape.matcher(value.asString()).matches() ? value.asString() : null;
    }
}
