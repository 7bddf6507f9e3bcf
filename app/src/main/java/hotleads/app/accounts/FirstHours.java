package hotleads.app.accounts;

import hotleads.app.console.Refusal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Tells core when a made-up practitioner works, where nobody has said so yet. */
public final class FirstHours {
    private static final int NO_CONTENT = 204;
    private static final int HOUR = 60;

    private final JsonMapper json = JsonMapper.shared();
    private final URI core;
    private final LauncherCalls calls;

    public FirstHours(URI core, LauncherCalls calls) {
        this.core = core;
        this.calls = calls;
    }

    /** The same hours on each of these days. */
    public void set(long calendar, List<DayOfWeek> days, int fromHour, int untilHour) {
        List<Map<String, Integer>> hours = days.stream()
                .map(day -> Map.of(
                        "weekday", day.getValue(), "fromMinute", fromHour * HOUR, "untilMinute", untilHour * HOUR))
                .toList();
        HttpResponse<String> answer =
                calls.send(calls.to(core, "core", "/internal/calendars/" + calendar + "/hours", "hours.set")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                json.writeValueAsString(Map.of("hours", hours, "version", 0))))
                        .build());
        if (answer.statusCode() != NO_CONTENT) {
            throw new Refusal("core refused made-up hours (status " + answer.statusCode() + "); its log says why.");
        }
    }
}
