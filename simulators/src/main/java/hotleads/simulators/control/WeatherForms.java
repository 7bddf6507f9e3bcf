package hotleads.simulators.control;

import static java.util.stream.Collectors.joining;

import hotleads.simulators.faults.Fault;
import hotleads.simulators.faults.Scenario;
import hotleads.simulators.faults.Settings;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Parameters;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The practice's clock, the named scenarios and one switch a fault, as forms. */
final class WeatherForms {

    private static final String CLOCK = """
        <section aria-labelledby="clock">
        <h2 id="clock">Time</h2>
        <p class="hint">%s in the practice. It ticks by itself, and does not go back.</p>
        <form method="post" action="/control/clock" class="buttons">
        <button name="by" value="PT1H">+1 hour</button>
        <button name="by" value="PT24H">+1 day</button>
        <button name="by" value="PT168H">+1 week</button>
        </form>
        </section>
        """;

    private static final String ROW = """
        <li class="%1$s"><form method="post" action="%2$s">
        <input type="hidden" name="name" value="%3$s"><input type="hidden" name="on" value="%4$s">
        <span class="what"><strong>%3$s</strong><span class="hint">%5$s</span></span>
        <button aria-label="%6$s %3$s">%6$s</button>
        </form></li>
        """;

    private final Weather weather;

    WeatherForms(Weather weather) {
        this.weather = weather;
    }

    void addTo(Routes routes) {
        routes.on("POST", "/clock", this::step)
                .on("POST", "/scenario", this::scenario)
                .on("POST", "/fault", this::fault)
                .on("POST", "/faults-off", request -> {
                    weather.reset();
                    return switched();
                });
    }

    private Answer step(Request request) {
        Optional<Duration> by =
                request.form().get("by").flatMap(WeatherForms::duration).filter(Weather::isPossible);
        by.ifPresent(weather::step);
        return Answer.seeOther("/control?done=" + (by.isPresent() ? "stepped" : "no-step") + "#clock");
    }

    private Answer scenario(Request request) {
        Parameters form = request.form();
        form.get("name").flatMap(Scenario::of).ifPresent(scenario -> {
            if (form.isTrue("on")) {
                weather.begin(scenario);
            } else {
                weather.end(scenario);
            }
        });
        return switched();
    }

    private Answer fault(Request request) {
        Parameters form = request.form();
        form.get("name")
                .flatMap(Fault::of)
                .ifPresent(fault -> weather.change(settings -> settings.with(fault, form.isTrue("on"))));
        return switched();
    }

    private static Answer switched() {
        return Answer.seeOther("/control?done=faults#faults");
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    String clock() {
        return CLOCK.formatted(PracticeTimes.dayAndHour(weather.now()));
    }

    String faults() {
        Settings now = weather.settings();
        int on = now.on().size();
        String state = on == 0
                ? "<p class=\"hint\">Nothing is wrong just now.</p>"
                : "<form method=\"post\" action=\"/control/faults-off\" class=\"inline\"><p>" + on
                        + " switched on</p><button>Switch all off</button></form>";
        return "<section aria-labelledby=\"faults\" class=\"wide\"><h2 id=\"faults\">What goes wrong</h2>" + state
                + scenarios(now)
                + Arrays.stream(Fault.Side.values())
                        .map(side -> side(side, now))
                        .collect(joining()) + "</section>";
    }

    private static String scenarios(Settings now) {
        String rows = Arrays.stream(Scenario.values())
                .map(one -> row(
                        one.isOn(now),
                        "/control/scenario",
                        one.word(),
                        one.title(),
                        one.isOn(now) ? "End it" : "Begin"))
                .collect(joining());
        return group("Scenarios", true, rows);
    }

    private static String side(Fault.Side side, Settings now) {
        boolean open = now.on().stream().anyMatch(fault -> fault.side() == side);
        String rows = Arrays.stream(Fault.values())
                .filter(fault -> fault.side() == side)
                .map(fault -> row(
                        now.on().contains(fault),
                        "/control/fault",
                        fault.word(),
                        fault.effect() + end(now.ends().get(fault)),
                        now.on().contains(fault) ? "Switch off" : "Switch on"))
                .collect(joining());
        return group(side.title(), open, rows);
    }

    private static String end(@Nullable Instant end) {
        return end == null ? "" : ", until " + PracticeTimes.dayAndHour(end);
    }

    private static String group(String title, boolean open, String rows) {
        return "<details" + (open ? " open" : "") + "><summary>" + Html.escape(title)
                + "</summary><ul class=\"faults\">" + rows + "</ul></details>";
    }

    private static String row(boolean on, String action, String word, String text, String button) {
        return ROW.formatted(on ? "on" : "off", action, word, !on, Html.escape(text), button);
    }
}
