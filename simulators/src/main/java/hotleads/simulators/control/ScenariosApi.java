package hotleads.simulators.control;

import hotleads.simulators.faults.Fault;
import hotleads.simulators.faults.Scenario;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Refusal;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Begins and ends scenarios by name. */
final class ScenariosApi {

    private final Weather weather;

    ScenariosApi(Weather weather) {
        this.weather = weather;
    }

    /** A scenario as it stands; {@code lasts} is null when it lasts until it is ended. */
    record Shown(
            String name,
            String title,
            List<String> faults,
            @Nullable String lasts,
            boolean on) {}

    void addTo(Routes routes) {
        routes.on("GET", "/api/scenarios", request -> show())
                .on("POST", "/api/scenarios/{name}", request -> change(request, weather::begin))
                .on("DELETE", "/api/scenarios/{name}", request -> change(request, weather::end));
    }

    private Answer change(Request request, Consumer<Scenario> change) {
        return Scenario.of(request.variable("name"))
                .map(scenario -> {
                    change.accept(scenario);
                    return show();
                })
                .orElseGet(() -> Answer.json(404, new Refusal(404, "not-found", "There is no scenario of this name.")));
    }

    private Answer show() {
        return Answer.json(
                200, Arrays.stream(Scenario.values()).map(this::shown).toList());
    }

    private Shown shown(Scenario scenario) {
        return new Shown(
                scenario.word(),
                scenario.title(),
                scenario.faults().stream().map(Fault::word).toList(),
                scenario.lasts().isZero() ? null : scenario.lasts().toString(),
                scenario.isOn(weather.settings()));
    }
}
