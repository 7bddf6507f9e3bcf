package hotleads.simulators.google;

import hotleads.simulators.web.Answer;
import hotleads.simulators.web.BadRequest;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import hotleads.simulators.web.WebServer;
import java.util.function.BooleanSupplier;

/** Google below {@code /google}: tokens, and the calendar's interface. */
public final class GoogleSite implements WebServer.Site {

    private final Google google;
    private final GoogleGate gate;
    private final Access access;
    private final TokenRoute token;
    private final Routes routes = new Routes("/google/calendar/v3");

    public GoogleSite(Google google, BooleanSupplier unlimited) {
        this.google = google;
        gate = new GoogleGate(google.faults(), google.realTime(), unlimited);
        access = new Access(google);
        token = new TokenRoute(google.account(), google.tokens(), google.faults(), google.realTime());
        new EventRoutes(google, access).addTo(routes);
        new FreeBusyRoute(google, access).addTo(routes);
    }

    public long calls() {
        return gate.calls();
    }

    @Override
    public boolean covers(String path) {
        return path.equals("/google") || path.startsWith("/google/");
    }

    @Override
    public Answer answer(Request request) {
        if (request.path().equals("/google/token")) {
            return request.method().equals("POST") ? token.handle(request) : GoogleError.NOT_FOUND.answer();
        }
        google.live();
        try {
            Request plain = GoogleGate.plain(request);
            return gate.pass(plain, () -> access.person(plain), () -> routed(plain));
        } catch (GoogleError.Refused refused) {
            return refused.error().answer();
        }
    }

    private Answer routed(Request request) {
        try {
            return switch (routes.find(request)) {
                case Routes.Match.Found(var handler, var matched) -> handler.handle(matched);
                case Routes.Match.WrongMethod(), Routes.Match.NoSuchPath() -> GoogleError.NOT_FOUND.answer();
            };
        } catch (GoogleError.Refused refused) {
            return refused.error().answer();
        } catch (BadRequest unreadable) {
            return new GoogleError(400, "global", "parseError", "Parse Error").answer();
        }
    }
}
