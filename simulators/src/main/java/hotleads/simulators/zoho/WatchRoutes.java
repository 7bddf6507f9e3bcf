package hotleads.simulators.zoho;

import hotleads.simulators.storage.Json;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Channels of change notifications: an hour each unless asked otherwise, a week at most. */
final class WatchRoutes {

    private static final Duration USUAL = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int LONGEST_TOKEN = 50;

    private final Crm crm;

    WatchRoutes(Crm crm) {
        this.crm = crm;
    }

    void addTo(Routes routes, String version) {
        routes.on("POST", version + "/actions/watch", request -> write(request, 201))
                .on("PUT", version + "/actions/watch", request -> write(request, 200))
                .on("PATCH", version + "/actions/watch", request -> write(request, 200))
                .on("GET", version + "/actions/watch", request -> list())
                .on("DELETE", version + "/actions/watch", this::remove);
    }

    private Answer write(Request request, int status) {
        JsonNode wanted = request.json().path("watch");
        if (!wanted.isArray() || wanted.isEmpty()) {
            throw new Refused(ZohoError.invalid("watch"));
        }
        List<ObjectNode> rows = new ArrayList<>();
        wanted.forEach(one -> rows.add(made(one)));
        var body = Json.MAPPER.createObjectNode();
        body.putArray("watch").addAll(rows);
        return Answer.json(status, body);
    }

    private ObjectNode made(JsonNode one) {
        String id = one.path("channel_id").asString("");
        Optional<Channel> before =
                crm.channels().stream().filter(known -> known.id().equals(id)).findFirst();
        String url =
                text(one, "notify_url").or(() -> before.map(Channel::notifyUrl)).orElse("");
        if (!id.matches("[0-9]{1,19}") || !url.startsWith("https://")) {
            throw new Refused(ZohoError.invalid(url.isEmpty() ? "notify_url" : "channel_id"));
        }
        @Nullable
        String token = text(one, "token").or(() -> before.map(Channel::token)).orElse(null);
        if (token != null && token.length() > LONGEST_TOKEN) {
            throw new Refused(ZohoError.invalid("token"));
        }
        var channel = new Channel(id, events(one, before), url, token, expiry(one));
        crm.put(channel);
        return row(channel);
    }

    private static List<String> events(JsonNode one, Optional<Channel> before) {
        List<String> events = one.path("events")
                .valueStream()
                .map(event -> event.asString(""))
                .toList();
        if (events.isEmpty() && before.isPresent()) {
            return before.get().events();
        }
        if (events.isEmpty()
                || !events.stream().allMatch(event -> event.matches("[A-Z][A-Za-z]+\\.(create|edit|delete|all)"))) {
            throw new Refused(ZohoError.invalid("events"));
        }
        return events;
    }

    private Instant expiry(JsonNode one) {
        Instant now = crm.now();
        Instant wanted = text(one, "channel_expiry")
                .map(text -> ZohoTime.parse(text).orElseThrow(() -> new Refused(ZohoError.invalid("channel_expiry"))))
                .orElse(now.plus(USUAL));
        if (wanted.isBefore(now) || wanted.isAfter(now.plus(LONGEST).plusSeconds(60))) {
            throw new Refused(ZohoError.invalid("channel_expiry"));
        }
        return wanted;
    }

    private Answer list() {
        var body = Json.MAPPER.createObjectNode();
        var rows = body.putArray("watch");
        crm.channels().forEach(channel -> {
            ObjectNode row = rows.addObject().put("channel_id", channel.id());
            row.put("notify_url", channel.notifyUrl()).put("channel_expiry", ZohoTime.text(channel.expiresAt()));
            row.put("token", channel.token());
            channel.events().forEach(row.putArray("events")::add);
        });
        return rows.isEmpty() ? Answer.noContent() : Answer.json(200, body);
    }

    private Answer remove(Request request) {
        String ids =
                request.query().get("channel_ids").orElseThrow(() -> new Refused(ZohoError.missing("channel_ids")));
        var body = Json.MAPPER.createObjectNode();
        var rows = body.putArray("watch");
        for (String id : ids.split(",", -1)) {
            rows.addObject()
                    .put("code", crm.removeChannel(id) ? "SUCCESS" : "INVALID_DATA")
                    .putObject("details")
                    .put("channel_id", id);
        }
        return Answer.json(200, body);
    }

    private static ObjectNode row(Channel channel) {
        var row = Json.MAPPER.createObjectNode();
        row.put("code", "SUCCESS").put("status", "success").put("message", "Successfully subscribed for actions-watch");
        var events = row.putObject("details").putArray("events");
        channel.events().forEach(event -> {
            var detail = events.addObject();
            String module = event.substring(0, event.indexOf('.'));
            detail.put("channel_id", channel.id()).put("resource_name", module);
            detail.put("resource_id", Integer.toString(Math.floorMod(module.hashCode(), 1_000_000)));
            detail.put("resource_uri", "https://www.zohoapis.com/crm/v8/" + module);
            detail.put("channel_expiry", ZohoTime.text(channel.expiresAt()));
        });
        return row;
    }

    private static Optional<String> text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() || value.isNumber() ? Optional.of(value.asString()) : Optional.empty();
    }
}
