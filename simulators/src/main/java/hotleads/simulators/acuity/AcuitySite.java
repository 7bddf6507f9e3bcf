package hotleads.simulators.acuity;

import hotleads.simulators.acuity.hooks.Deliveries;
import hotleads.simulators.acuity.hooks.Subscriptions;
import hotleads.simulators.faults.Faults;
import hotleads.simulators.practice.Practice;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.BadRequest;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import hotleads.simulators.web.WebServer;

/** Acuity's REST interface below {@code /acuity/api/v1}. */
public final class AcuitySite implements WebServer.Site {

    private static final String PREFIX = "/acuity/api/v1";

    private final Gate gate;
    private final Routes routes = new Routes(PREFIX);

    public AcuitySite(
            Practice practice,
            Reception reception,
            Subscriptions subscriptions,
            Deliveries deliveries,
            Faults faults,
            Credentials credentials,
            Gate gate,
            Readers readers) {
        this.gate = gate;
        var json = new AppointmentJson(faults, credentials.userId());
        new AppointmentRoutes(practice, reception, json, readers).addTo(routes);
        new AccountRoutes(practice, credentials).addTo(routes);
        new BlockRoutes(practice, reception).addTo(routes);
        new AvailabilityRoutes(practice).addTo(routes);
        new WebhookRoutes(subscriptions, deliveries).addTo(routes);
    }

    @Override
    public boolean covers(String path) {
        return path.equals("/acuity") || path.startsWith("/acuity/");
    }

    @Override
    public Answer answer(Request request) {
        return gate.pass(request, () -> route(request));
    }

    private Answer route(Request request) {
        try {
            return switch (routes.find(request)) {
                case Routes.Match.Found(var handler, var matched) -> handler.handle(matched);
                case Routes.Match.WrongMethod() -> ApiError.WRONG_METHOD.answer();
                case Routes.Match.NoSuchPath() -> ApiError.NOT_FOUND.answer();
            };
        } catch (Refused refused) {
            return refused.error().answer();
        } catch (BadRequest unreadable) {
            return ApiError.badRequest(String.valueOf(unreadable.getMessage())).answer();
        }
    }
}
