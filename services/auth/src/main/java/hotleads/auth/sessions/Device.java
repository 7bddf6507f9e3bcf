package hotleads.auth.sessions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What kind of browser a session was opened with, so that people recognise their own; nothing is decided by it.
 *
 * <p>The families alone: a whole {@code User-Agent} tells people apart, and nobody reads one.
 *
 * @param browser such as {@code Firefox}; empty when it is none we know
 * @param system such as {@code Windows}; empty when it is none we know
 */
public record Device(String browser, String system) {
    static final Device UNKNOWN = new Device("", "");
    private static final String BETWEEN = "|";

    // Most browsers also name the ones they want to be taken for, so the first that matches counts.
    private static final Map<String, Pattern> BROWSERS = families(
            "Edge", "Edg(e|A|iOS)?/",
            "Opera", "OPR/",
            "Samsung Internet", "SamsungBrowser/",
            "Firefox", "(Firefox|FxiOS)/",
            "Chrome", "(Chrome|CriOS)/",
            "Safari", "Version/.*Safari/");
    private static final Map<String, Pattern> SYSTEMS = families(
            "iPhone", "iPhone",
            "iPad", "iPad",
            "Android", "Android",
            "ChromeOS", "CrOS",
            "Windows", "Windows",
            "Mac", "Macintosh",
            "Linux", "Linux");

    static Device of(@Nullable String userAgent) {
        return userAgent == null ? UNKNOWN : new Device(first(BROWSERS, userAgent), first(SYSTEMS, userAgent));
    }

    String stored() {
        return browser + BETWEEN + system;
    }

    static Device ofStored(String text) {
        String[] parts = text.split(Pattern.quote(BETWEEN), -1);
        return new Device(parts[0], parts[1]);
    }

    private static String first(Map<String, Pattern> families, String userAgent) {
        return families.entrySet().stream()
                .filter(family -> family.getValue().matcher(userAgent).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static Map<String, Pattern> families(String... namesAndSigns) {
        Map<String, Pattern> families = new LinkedHashMap<>();
        for (int i = 0; i < namesAndSigns.length; i += 2) {
            families.put(namesAndSigns[i], Pattern.compile(namesAndSigns[i + 1]));
        }
        return families;
    }
}
