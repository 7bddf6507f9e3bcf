package hotleads.simulators.control;

import hotleads.simulators.faults.Fault;
import hotleads.simulators.faults.Settings;
import hotleads.simulators.storage.Json;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.BadRequest;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and sets the switches; what a request does not name stays as it is. */
final class FaultsApi {

    private final Weather weather;

    FaultsApi(Weather weather) {
        this.weather = weather;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/api/faults", request -> show())
                .on("PUT", "/api/faults", this::change)
                .on("DELETE", "/api/faults", request -> {
                    weather.reset();
                    return show();
                });
    }

    private Answer change(Request request) {
        ObjectNode body = request.json();
        JsonNode switches = body.path("faults");
        switches.propertyNames().forEach(FaultsApi::known);
        weather.change(settings -> timesFrom(body, switchesFrom(switches, settings)));
        return show();
    }

    private static Settings switchesFrom(JsonNode switches, Settings settings) {
        Settings next = settings;
        for (Map.Entry<String, JsonNode> one : switches.properties()) {
            next = next.with(known(one.getKey()), one.getValue().asBoolean());
        }
        return next;
    }

    private static Settings timesFrom(JsonNode body, Settings settings) {
        long slow = body.path("slowMillis").asLong(settings.slow().toMillis());
        long delay = body.path("hookDelayMillis").asLong(settings.hookDelay().toMillis());
        long replay = body.path("hookReplayMillis").asLong(settings.hookReplay().toMillis());
        double speed = body.path("retrySpeed").asDouble(settings.retrySpeed());
        if (slow < 0 || delay < 0 || replay < 0 || !(speed > 0)) {
            throw new BadRequest(
                    "slowMillis, hookDelayMillis and hookReplayMillis are not negative, retrySpeed is above 0.");
        }
        return settings.withTimes(Duration.ofMillis(slow), Duration.ofMillis(delay), Duration.ofMillis(replay), speed);
    }

    private static Fault known(String word) {
        return Fault.of(word).orElseThrow(() -> new BadRequest("There is no fault of this name."));
    }

    private Answer show() {
        var answer = Json.MAPPER.createObjectNode();
        var switches = answer.putObject("faults");
        Settings now = weather.settings();
        for (Fault fault : Fault.values()) {
            switches.put(fault.word(), now.on().contains(fault));
        }
        var ends = answer.putObject("until");
        now.ends().forEach((fault, end) -> ends.put(fault.word(), end.toString()));
        answer.put("slowMillis", now.slow().toMillis());
        answer.put("hookDelayMillis", now.hookDelay().toMillis());
        answer.put("hookReplayMillis", now.hookReplay().toMillis());
        answer.put("retrySpeed", now.retrySpeed());
        return Answer.json(200, answer);
    }
}
