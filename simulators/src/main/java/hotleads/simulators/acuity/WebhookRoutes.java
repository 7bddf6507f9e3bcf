package hotleads.simulators.acuity;

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

    WebhookRoutes(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/webhooks", this::list)
                .on("POST", "/webhooks", this::add)
                .on("DELETE", "/webhooks/{id}", this::remove);
    }

    private Answer list(Request request) {
        return Answer.json(
                200, subscriptions.all().stream().map(WebhookRoutes::json).toList());
    }

    private Answer add(Request request) {
        var body = Body.of(request);
        Wish wish = subscriptions.add(body.required("event", "bad_request"), body.required("target", "bad_request"));
        return switch (wish) {
            case Wish.Made(Subscription made) -> Answer.json(200, json(made));
            case Wish.NotPossible(String why) -> ApiError.badRequest(why).answer();
        };
    }

    private Answer remove(Request request) {
        String id = request.variable("id");
        boolean known = id.matches("[0-9]{1,18}") && subscriptions.remove(Long.parseLong(id));
        return known ? Answer.noContent() : ApiError.NOT_FOUND.answer();
    }

    private static ObjectNode json(Subscription one) {
        return Json.MAPPER
                .createObjectNode()
                .put("id", one.id())
                .put("event", one.event())
                .put("target", one.target())
                .put("status", "active");
    }
}
