package hotleads.gateway.answer;

import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What Mozilla's HTTP Observatory (algorithm 5, @mdn/mdn-http-observatory 1.4.8) gives an answer's headers, for what
 * can be seen without its servers: the points it takes off and the ones it adds to the hundred everybody begins with.
 *
 * <p>Stricter where that scanner is lenient: a check that is not met at its best takes off what its worst would.
 */
final class Observatory {
    private static final Pattern SCRIPT = Pattern.compile("<script[^>]*\\ssrc=\"(?!/[^/])");

    private Observatory() {}

    /** Points by check. */
    static Map<String, Integer> points(HttpHeaders headers, String body) {
        Map<String, Integer> points = new TreeMap<>();
        points.put("policy", policy(headers) ? 10 : -25);
        points.put("cookies", cookies(headers.allValues("Set-Cookie")));
        points.put("other origins", headers.map().containsKey("access-control-allow-origin") ? -50 : 0);
        points.put("referrer", is(headers, "Referrer-Policy", "no-referrer") ? 5 : -5);
        points.put("strict transport", transport(headers) ? 0 : -20);
        points.put("scripts from elsewhere", SCRIPT.matcher(body).find() ? -50 : 0);
        points.put("sniffing", is(headers, "X-Content-Type-Options", "nosniff") ? 0 : -5);
        points.put("frames", directives(headers).contains("frame-ancestors 'none'") ? 5 : -20);
        points.put("resource policy", is(headers, "Cross-Origin-Resource-Policy", "same-origin") ? 10 : -5);
        return points;
    }

    static int score(HttpHeaders headers, String body) {
        return 100
                + points(headers, body).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
    }

    private static boolean policy(HttpHeaders headers) {
        List<String> directives = directives(headers);
        return headers.allValues("Content-Security-Policy").size() == 1
                && directives.contains("default-src 'none'")
                && directives.stream().noneMatch(one -> one.contains("unsafe-") || one.contains("*"))
                && directives.stream().noneMatch(one -> one.contains("http:") || one.contains("https:"))
                && directives.stream()
                        .filter(one -> one.startsWith("script-src"))
                        .noneMatch(one -> one.contains("data:"))
                && directives.stream()
                                .map(one -> one.split(" ", 2)[0])
                                .distinct()
                                .count()
                        == directives.size();
    }

    private static List<String> directives(HttpHeaders headers) {
        return Arrays.stream(
                        headers.firstValue("Content-Security-Policy").orElse("").split(";", -1))
                .map(String::strip)
                .toList();
    }

    private static int cookies(List<String> cookies) {
        boolean safe = cookies.stream()
                .allMatch(cookie -> cookie.startsWith("__Host-")
                        && cookie.contains("; Path=/;")
                        && cookie.contains("; Secure")
                        && cookie.contains("; HttpOnly")
                        && cookie.contains("; SameSite=Strict")
                        && !cookie.contains("Domain"));
        return !safe ? -40 : cookies.isEmpty() ? 0 : 5;
    }

    private static boolean transport(HttpHeaders headers) {
        return is(headers, "Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    }

    private static boolean is(HttpHeaders headers, String name, String value) {
        return headers.allValues(name).equals(List.of(value));
    }
}
