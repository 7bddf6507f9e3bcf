package hotleads.sync.values;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The token in a provider's answer. */
public final class AccessToken {
    /** What a header can hold: with anything else in it every later call would fail before it is made. */
    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,4096}");

    private AccessToken() {}

    /** Empty when there is none that could be used. */
    public static String in(JsonNode answer) {
        String token = answer.path("access_token").asString("");
        return VISIBLE.matcher(token).matches() ? token : "";
    }
}
