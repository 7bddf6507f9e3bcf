package hotleads.simulators.acuity;

import hotleads.simulators.acuity.hooks.Deliveries;
import hotleads.simulators.acuity.hooks.Subscriptions;
import hotleads.simulators.acuity.hooks.Subscriptions.Subscription;
import hotleads.simulators.acuity.hooks.Subscriptions.Wish;
import hotleads.simulators.storage.Json;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import tools.jackson.databind.node.ObjectNode;

/** Making, listing and removing dynamic webhooks. */
final class WebhookRoutes {

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;

    WebhookRoutes(Subscriptions subscriptions, Deliveries deliveries) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/webhooks", this::list)
                .on("POST", "/webhooks", this::add)
                .on("DELETE", "/webhooks/{id}", this::remove);
    }

    private Answer list(Request request) {
        return Answer.json(200, subscriptions.all().stream().map(this::json).toList());
    }

    private Answer add(Request request) {
        var body = Body.of(request);
        Wish wish = subscriptions.add(body.required("event", "bad_request"), body.required("target", "bad_request"));
        return switch (wish) {
            case Wish.Made(Subscription made) -> {
                // Made anew is how an application gets a hook back that was switched off.
                deliveries.switchOn(made.target());
                yield Answer.json(200, json(made));
            }
            case Wish.NotPossible(String why) -> ApiError.badRequest(why).answer();
        };
    }

    private Answer remove(Request request) {
        String id = request.variable("id");
        boolean known = id.matches("[0-9]{1,18}") && subscriptions.remove(Long.parseLong(id));
        return known ? Answer.noContent() : ApiError.NOT_FOUND.answer();
    }

    private ObjectNode json(Subscription one) {
        return Json.MAPPER
                .createObjectNode()
                .put("id", one.id())
                .put("event", one.event())
                .put("target", one.target())
                .put("status", deliveries.isSwitchedOff(one.target()) ? "disabled" : "active");
    }
}
