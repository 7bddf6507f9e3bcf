package hotleads.simulators.control;

import hotleads.simulators.acuity.hooks.Deliveries;
import hotleads.simulators.practice.Act;
import hotleads.simulators.practice.Booking;
import hotleads.simulators.practice.Catalogue;
import hotleads.simulators.practice.Client;
import hotleads.simulators.practice.Practice;
import hotleads.simulators.practice.SessionType;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Parameters;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import java.time.Duration;
import java.util.Optional;

/** The page "Make it happen" and the form posts it makes. */
final class ControlPage {

    private static final String INTRO = """
        <p class="lead">You are everybody outside the practice. It is <strong>%s</strong> there; %d sessions lie ahead.</p>
        """;

    private static final String HOOKS = """
        <section aria-labelledby="hooks">
        <h2 id="hooks">Webhooks</h2>
        <div class="buttons">
        <form method="post" action="/control/repeat"><button>Send the last event again</button></form>
        <form method="post" action="/control/forge"><button>Send a forged signature</button></form>
        </div>
        <form method="post" action="/control/burst" class="inline">
        <label for="count">Burst of</label>
        <input id="count" name="count" type="number" min="1" max="2000" value="500">
        <button>Send a burst</button>
        </form>
        </section>
        """;

    private static final String DELIVERIES = """
        <section aria-labelledby="deliveries" class="wide">
        <h2 id="deliveries">Recent deliveries</h2>
        <div data-refresh="/control/deliveries" aria-live="off">%s</div>
        </section>
        """;

    private static final String SWITCHED_OFF = """
        <form method="post" action="/control/hooks-on" class="notice bad inline">
        <p>A webhook failed for five days and was switched off.</p><button>Switch it on again</button>
        </form>
        """;

    private static final int LARGEST_BURST = 2000;

    private final Desk desk;
    private final Practice practice;
    private final Deliveries deliveries;
    private final WeatherForms weather;
    private final BookingForms forms;
    private final DeliveryTable table;
    private final Notice notice;

    ControlPage(Desk desk, Weather weather, Practice practice, Deliveries deliveries) {
        this.desk = desk;
        this.practice = practice;
        this.deliveries = deliveries;
        this.weather = new WeatherForms(weather);
        forms = new BookingForms(new Bookings(practice));
        table = new DeliveryTable(deliveries);
        notice = new Notice(practice);
    }

    void addTo(Routes routes) {
        routes.on("GET", "", this::page)
                .on("GET", "/deliveries", request -> Layout.fragment(table.html()))
                .on(
                        "POST",
                        "/cancel",
                        request ->
                                Answer.seeOther(Notice.after("cancelled", desk.cancel(booking(request.form()), false))))
                .on(
                        "POST",
                        "/no-show",
                        request -> Answer.seeOther(Notice.after("missed", desk.cancel(booking(request.form()), true))))
                .on("POST", "/move", this::move)
                .on(
                        "POST",
                        "/repeat-booking",
                        request -> Answer.seeOther(Notice.after("booked", desk.bookAgain(booking(request.form())))))
                .on("POST", "/book", this::book)
                .on(
                        "POST",
                        "/repeat",
                        request -> sent(
                                desk.repeat(Optional.empty(), Duration.ZERO).isPresent()))
                .on("POST", "/forge", request -> sent(desk.forge().isPresent()))
                .on("POST", "/burst", this::burst)
                .on("POST", "/hooks-on", request -> {
                    deliveries.switchAllOn();
                    return Answer.seeOther("/control?done=faults#hooks");
                });
    }

    private Answer page(Request request) {
        String intro = INTRO.formatted(
                PracticeTimes.dayAndHour(practice.now()), practice.upcoming().size());
        return Layout.page(
                "Make it happen",
                intro
                        + notice.html(request.query())
                        + (deliveries.switchedOff().isEmpty() ? "" : SWITCHED_OFF)
                        + "<div class=\"sections\">"
                        + forms.change()
                        + forms.miss()
                        + forms.book()
                        + weather.clock()
                        + HOOKS
                        + DELIVERIES.formatted(table.html())
                        + weather.faults()
                        + "</div>");
    }

    private Answer move(Request request) {
        var form = request.form();
        Act act = desk.move(booking(form), PracticeTimes.ofField(form.get("to")));
        return Answer.seeOther(Notice.after("moved", act));
    }

    private Answer book(Request request) {
        var form = request.form();
        SessionType type = number(form.get("type")).flatMap(Catalogue::type).orElse(Catalogue.INDIVIDUAL);
        return client(form)
                .map(client ->
                        desk.book(client, type, number(form.get("calendar")), PracticeTimes.ofField(form.get("at"))))
                .map(act -> Answer.seeOther(Notice.after("booked", act)))
                .orElseGet(() -> Answer.seeOther("/control?done=incomplete"));
    }

    private Optional<Client> client(Parameters form) {
        Optional<Client> known = number(form.get("who")).flatMap(practice::find).map(Booking::client);
        return known.isPresent() || form.get("who").isPresent() ? known : somebodyNew(form);
    }

    private static Optional<Client> somebodyNew(Parameters form) {
        return form.get("firstName")
                .flatMap(first -> form.get("lastName")
                        .flatMap(last -> form.get("email")
                                .map(email -> new Client(
                                        first, last, email, form.get("phone").orElse(""), Catalogue.ZONE.getId()))));
    }

    private Answer burst(Request request) {
        long count = number(request.form().get("count")).orElse(0L);
        int queued = desk.burst((int) Math.min(count, LARGEST_BURST), Integer.MAX_VALUE);
        return Answer.seeOther("/control?done=" + (queued > 0 ? "burst" : "nothing") + "#hooks");
    }

    private static Answer sent(boolean sent) {
        return Answer.seeOther("/control?done=" + (sent ? "sent" : "nothing") + "#hooks");
    }

    private static long booking(Parameters form) {
        return number(form.get("booking")).orElse(-1L);
    }

    private static Optional<Long> number(Optional<String> text) {
        return text.filter(digits -> digits.matches("[0-9]{1,18}")).map(Long::valueOf);
    }
}
