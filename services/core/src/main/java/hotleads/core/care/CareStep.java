package hotleads.core.care;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What was done about a care check-in. */
enum CareStep {
    SPOKE,
    LEFT_MESSAGE,
    AT_NEXT_SESSION,
    HANDED_OVER,
    NO_NEED;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static CareStep of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
