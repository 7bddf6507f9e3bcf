package hotleads.simulators.zoom;

import hotleads.simulators.practice.Booking;
import hotleads.simulators.storage.Json;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.BadRequest;
import hotleads.simulators.web.Refusal;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import hotleads.simulators.web.WebServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Below {@code /control/api/zoom}: who does what in the rooms, and what goes wrong at Zoom. */
public final class ZoomControl implements WebServer.Site {

    private final Sessions sessions;
    private final ZoomFaults faults;
    private final ZoomHooks hooks;
    private final Routes routes = new Routes("/control");

    public ZoomControl(Sessions sessions, ZoomFaults faults, ZoomHooks hooks) {
        this.sessions = sessions;
        this.faults = faults;
        this.hooks = hooks;
        routes.on("GET", "/api/zoom/faults", request -> switches())
                .on("PUT", "/api/zoom/faults", this::change)
                .on("DELETE", "/api/zoom/faults", request -> {
                    faults.reset();
                    return switches();
                })
                .on("POST", "/api/zoom/off", request -> off())
                .on("GET", "/api/zoom/sessions", this::list)
                .on("PUT", "/api/zoom/sessions/{id}", this::choose)
                .on("GET", "/api/zoom/hooks", request -> Answer.json(200, hooks.recent()))
                .on("POST", "/api/zoom/hooks/validate", request -> validate())
                .on("GET", "/zoom", request -> ZoomPage.of(recent(), sessions, faults))
                .on("POST", "/zoom/sessions/{id}", this::chooseByForm)
                .on("POST", "/zoom/off", request -> {
                    off();
                    return Answer.seeOther("/control/zoom");
                })
                .on("POST", "/zoom/faults", this::switchByForm);
    }

    @Override
    public boolean covers(String path) {
        return path.equals("/control/zoom")
                || path.startsWith("/control/zoom/")
                || path.startsWith("/control/api/zoom/");
    }

    @Override
    public Answer answer(Request request) {
        return switch (routes.find(request)) {
            case Routes.Match.Found(var handler, var matched) -> handler.handle(matched);
            case Routes.Match.WrongMethod() ->
                Answer.json(405, new Refusal(405, "method-not-allowed", "This address does not take that method."));
            case Routes.Match.NoSuchPath() ->
                Answer.json(404, new Refusal(404, "not-found", "There is nothing at this address."));
        };
    }

    private Answer switches() {
        var all = new LinkedHashMap<String, Boolean>();
        for (ZoomFault fault : ZoomFault.values()) {
            all.put(fault.word(), faults.on(fault));
        }
        return Answer.json(200, Map.of("faults", all));
    }

    private Answer change(Request request) {
        var wanted = request.json().path("faults");
        wanted.properties().forEach(one -> known(one.getKey()));
        wanted.properties()
                .forEach(one -> faults.set(known(one.getKey()), one.getValue().asBoolean()));
        return switches();
    }

    private Answer switchByForm(Request request) {
        var form = request.form();
        ZoomFault fault = known(form.get("fault").orElse(""));
        faults.set(fault, form.isTrue("on"));
        return Answer.seeOther("/control/zoom");
    }

    /** Two hours in which Zoom answers nothing and tells nothing. */
    private Answer off() {
        faults.lasting(ZoomFault.HTML_502, Duration.ofHours(2));
        faults.lasting(ZoomFault.HOOKS_HELD, Duration.ofHours(2));
        return switches();
    }

    private Answer list(Request request) {
        return Answer.json(200, recent().stream().map(this::row).toList());
    }

    private List<Booking> recent() {
        Instant now = sessions.now();
        return sessions.held(now.minus(Duration.ofDays(3)), now.plus(Duration.ofDays(2))).stream()
                .sorted(Comparator.comparing(Booking::startsAt).reversed())
                .limit(60)
                .toList();
    }

    private Map<String, Object> row(Booking booking) {
        var row = new LinkedHashMap<String, Object>();
        row.put("bookingId", booking.id());
        row.put("startsAt", booking.startsAt().toString());
        row.put("endsAt", booking.endsAt().toString());
        row.put("calendarId", booking.calendarId());
        row.put("client", booking.client().name());
        row.put("story", sessions.storyOf(booking).word());
        return row;
    }

    private Answer choose(Request request) {
        return chosen(request, request.json().path("story").asString(""))
                ? Answer.json(
                        200,
                        Json.MAPPER
                                .createObjectNode()
                                .put("story", request.json().path("story").asString("")))
                : Answer.json(404, new Refusal(404, "not-found", "There is no such booking."));
    }

    private Answer chooseByForm(Request request) {
        chosen(request, request.form().get("story").orElse(""));
        return Answer.seeOther("/control/zoom");
    }

    private boolean chosen(Request request, String word) {
        Story story = Story.of(word).orElseThrow(() -> new BadRequest("There is no story of this name."));
        String id = request.variable("id");
        boolean known = id.matches("[0-9]{1,18}")
                && sessions.held(Instant.EPOCH, sessions.now().plus(Duration.ofDays(400))).stream()
                        .anyMatch(one -> one.id() == Long.parseLong(id));
        if (known) {
            sessions.choose(Long.parseLong(id), story);
        }
        return known;
    }

    private Answer validate() {
        try {
            return Answer.json(200, Map.of("answer", hooks.validate()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Answer.json(503, new Refusal(503, "stopping", "The simulator stops."));
        }
    }

    private static ZoomFault known(String word) {
        return ZoomFault.of(word).orElseThrow(() -> new BadRequest("There is no fault of this name."));
    }
}
