package hotleads.simulators.control;

import hotleads.simulators.web.Answer;
import hotleads.simulators.web.BadRequest;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;

/** Reads the practice's time and moves it on. */
final class ClockApi {

    private final Weather weather;

    ClockApi(Weather weather) {
        this.weather = weather;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/api/clock", request -> show()).on("POST", "/api/clock", this::step);
    }

    private Answer step(Request request) {
        Duration by = duration(request.json().path("by").asString(""));
        if (!Weather.isPossible(by)) {
            throw new BadRequest("by moves time on, by at most a year.");
        }
        weather.step(by);
        return show();
    }

    private Answer show() {
        return Answer.json(200, Map.of("practiceTime", weather.now()));
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException unreadable) {
            throw new BadRequest("by is an ISO-8601 duration such as P1D or PT90M.", unreadable);
        }
    }
}
