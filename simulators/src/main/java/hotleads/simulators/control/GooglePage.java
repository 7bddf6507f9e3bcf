package hotleads.simulators.control;

import static java.util.stream.Collectors.joining;

import hotleads.simulators.google.Google;
import hotleads.simulators.google.GoogleCalendar;
import hotleads.simulators.google.GoogleDesk;
import hotleads.simulators.google.GoogleFault;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Parameters;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The page of what happens at Google: somebody moves or removes an event there, or takes our permission away. */
final class GooglePage {

    private static final int SHOWN = 12;

    private static final String INTRO =
            "<p class=\"lead\">You are everybody who can open the practice's Google calendars.</p>";

    private static final String PERMISSION = """
        <section aria-labelledby="permission">
        <h2 id="permission">Permission</h2>
        <p class="hint">%s</p>
        <form method="post" action="/control/google/permission">
        <input type="hidden" name="granted" value="%s"><button>%s</button>
        </form>
        <form method="post" action="/control/google/forget"><button>Let the sync tokens die</button></form>
        </section>
        """;

    private static final String CALENDAR = """
        <section aria-labelledby="c-%1$s" class="wide">
        <h2 id="c-%1$s">%1$s</h2>
        <form method="post" action="/control/google/add" class="inline">
        <input type="hidden" name="address" value="%1$s"><button>Add a private hour tomorrow at noon</button>
        </form>
        <ul class="faults">%2$s</ul>
        </section>
        """;

    private static final String EVENT = """
        <li><span class="what"><strong>%1$s</strong><span class="hint">%2$s</span></span>
        <form method="post" action="/control/google/move"><input type="hidden" name="address" value="%3$s">
        <input type="hidden" name="id" value="%4$s"><button aria-label="Move %2$s one hour later">One hour later</button></form>
        <form method="post" action="/control/google/remove"><input type="hidden" name="address" value="%3$s">
        <input type="hidden" name="id" value="%4$s"><button aria-label="Remove %2$s">Remove</button></form></li>
        """;

    private static final String FAULT = """
        <li class="%1$s"><form method="post" action="/control/google/fault">
        <input type="hidden" name="name" value="%2$s"><input type="hidden" name="on" value="%3$s">
        <span class="what"><strong>%2$s</strong><span class="hint">%4$s</span></span>
        <button aria-label="%5$s %2$s">%5$s</button></form></li>
        """;

    private final Google google;
    private final GoogleDesk desk;

    GooglePage(Google google) {
        this.google = google;
        desk = new GoogleDesk(google);
    }

    void addTo(Routes routes) {
        routes.on("GET", "/google", this::page)
                .on("POST", "/google/permission", request -> {
                    google.permission(request.form().isTrue("granted"));
                    return back();
                })
                .on("POST", "/google/forget", request -> {
                    google.calendars().forEach(GoogleCalendar::forgetTokens);
                    return back();
                })
                .on("POST", "/google/add", request -> {
                    calendar(request.form()).ifPresent(desk::addTomorrow);
                    return back();
                })
                .on("POST", "/google/move", request -> {
                    Parameters form = request.form();
                    calendar(form)
                            .ifPresent(one -> desk.move(one, form.get("id").orElse(""), Duration.ofHours(1)));
                    return back();
                })
                .on("POST", "/google/remove", request -> {
                    Parameters form = request.form();
                    calendar(form)
                            .ifPresent(one -> desk.remove(one, form.get("id").orElse("")));
                    return back();
                })
                .on("POST", "/google/fault", request -> {
                    Parameters form = request.form();
                    form.get("name")
                            .flatMap(GoogleFault::of)
                            .ifPresent(fault -> google.faults().set(fault, form.isTrue("on")));
                    return back();
                });
    }

    private Optional<GoogleCalendar> calendar(Parameters form) {
        return form.get("address").flatMap(google::calendar);
    }

    private static Answer back() {
        return Answer.seeOther("/control/google");
    }

    private Answer page(Request request) {
        google.live();
        boolean withdrawn = google.faults().on(GoogleFault.DELEGATION_WITHDRAWN);
        String permission = PERMISSION.formatted(
                withdrawn ? "Withdrawn: nobody's calendar can be read." : "Given, for every practitioner.",
                withdrawn,
                withdrawn ? "Give the permission back" : "Withdraw calendar permission");
        return Layout.page(
                "Google",
                INTRO + "<div class=\"sections\">" + permission
                        + google.calendars().stream().map(this::section).collect(joining()) + faults() + "</div>");
    }

    private String section(GoogleCalendar calendar) {
        String address = Html.escape(calendar.address());
        String rows = desk.next(calendar, SHOWN).stream()
                .map(event -> EVENT.formatted(
                        Html.escape(event.summary() == null ? "(no title)" : event.summary()),
                        PracticeTimes.dayAndHour(GoogleDesk.startOf(event)),
                        address,
                        Html.escape(event.id())))
                .collect(joining());
        return CALENDAR.formatted(address, rows);
    }

    private String faults() {
        String rows = Arrays.stream(GoogleFault.values())
                .map(fault -> {
                    boolean on = google.faults().on(fault);
                    return FAULT.formatted(
                            on ? "on" : "off",
                            fault.word(),
                            !on,
                            Html.escape(fault.effect()),
                            on ? "Switch off" : "Switch on");
                })
                .collect(joining());
        return "<section aria-labelledby=\"google-faults\" class=\"wide\"><h2 id=\"google-faults\">What goes wrong</h2>"
                + "<ul class=\"faults\">" + rows + "</ul></section>";
    }
}
