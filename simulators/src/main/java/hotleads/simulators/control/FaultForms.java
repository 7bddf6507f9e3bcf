package hotleads.simulators.control;

import static java.util.stream.Collectors.joining;

import hotleads.simulators.faults.Fault;
import hotleads.simulators.faults.Faults;
import java.util.Arrays;

/** One switch a fault, grouped by the side of the vendor it is on. */
final class FaultForms {

    private static final String ROW = """
            <li class="%1$s"><form method="post" action="/control/fault">
            <input type="hidden" name="name" value="%2$s"><input type="hidden" name="on" value="%3$s">
            <span class="what"><strong>%2$s</strong><span class="hint">%4$s</span></span>
            <button aria-label="%5$s %2$s">%5$s</button>
            </form></li>
            """;

    private final Faults faults;

    FaultForms(Faults faults) {
        this.faults = faults;
    }

    String html() {
        int on = faults.settings().on().size();
        String state = on == 0
                ? "<p class=\"hint\">Nothing is wrong just now.</p>"
                : "<form method=\"post\" action=\"/control/faults-off\" class=\"inline\"><p>" + on
                        + " switched on</p><button>Switch all off</button></form>";
        return "<section aria-labelledby=\"faults\" class=\"wide\"><h2 id=\"faults\">What goes wrong</h2>" + state
                + Arrays.stream(Fault.Side.values()).map(this::side).collect(joining()) + "</section>";
    }

    private String side(Fault.Side side) {
        boolean open = faults.settings().on().stream().anyMatch(fault -> fault.side() == side);
        String rows = Arrays.stream(Fault.values())
                .filter(fault -> fault.side() == side)
                .map(this::row)
                .collect(joining());
        return "<details" + (open ? " open" : "") + "><summary>" + Html.escape(side.title())
                + "</summary><ul class=\"faults\">" + rows + "</ul></details>";
    }

    private String row(Fault fault) {
        boolean on = faults.on(fault);
        return ROW.formatted(
                on ? "on" : "off", fault.word(), !on, Html.escape(fault.effect()), on ? "Switch off" : "Switch on");
    }
}
