package hotleads.core.settings;

import hotleads.platform.problem.Problem;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** What a setting may not be. */
public final class SettingRefused {
    private SettingRefused() {}

    /** @param field which of its fields is wrong, as the API names it */
    public static Problem at(String field, String title) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "setting-wrong", title, Map.of("field", field));
    }
}
