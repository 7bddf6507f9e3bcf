package hotleads.simulators.acuity;

import hotleads.simulators.practice.Block;
import hotleads.simulators.practice.Catalogue;
import hotleads.simulators.practice.Practice;
import hotleads.simulators.storage.Json;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Times kept free. */
final class BlockRoutes {

    private final Practice practice;
    private final Reception reception;

    BlockRoutes(Practice practice, Reception reception) {
        this.practice = practice;
        this.reception = reception;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/blocks", this::list)
                .on("POST", "/blocks", this::add)
                .on("DELETE", "/blocks/{id}", this::remove);
    }

    private Answer list(Request request) {
        return Answer.json(
                200, practice.blocks().stream().map(BlockRoutes::json).toList());
    }

    private Answer add(Request request) {
        var body = Body.of(request);
        long calendar = body.calendarId()
                .orElseThrow(() -> new Refused(ApiError.of("invalid_calendar", "The calendar is required.")));
        Block block = practice.block(
                calendar,
                instant(body, "start"),
                instant(body, "end"),
                body.text("notes").orElse(""));
        reception.save();
        return Answer.json(200, json(block));
    }

    private Answer remove(Request request) {
        boolean known = request.variable("id").matches("[0-9]{1,18}")
                && practice.unblock(Long.parseLong(request.variable("id")));
        reception.save();
        return known ? Answer.noContent() : ApiError.NOT_FOUND.answer();
    }

    private static Instant instant(Body body, String name) {
        return AcuityTime.parse(body.required(name, "bad_request"), Catalogue.ZONE)
                .orElseThrow(() -> new Refused(ApiError.badRequest("Invalid " + name + ".")));
    }

    private static ObjectNode json(Block block) {
        return Json.MAPPER
                .createObjectNode()
                .put("id", block.id())
                .put("calendarID", block.calendarId())
                .putNull("serviceGroupID")
                .put("calendarTimezone", Catalogue.ZONE.getId())
                .put("start", AcuityTime.stamp(block.start(), Catalogue.ZONE, false))
                .put("end", AcuityTime.stamp(block.end(), Catalogue.ZONE, false))
                .put("notes", block.notes())
                .put("managed", false)
                .putNull("recurring")
                .putNull("until")
                .put(
                        "description",
                        AcuityTime.day(block.start(), Catalogue.ZONE) + " "
                                + AcuityTime.hour(block.start(), Catalogue.ZONE) + " - "
                                + AcuityTime.hour(block.end(), Catalogue.ZONE));
    }
}
