package hotleads.simulators.acuity;

import hotleads.simulators.practice.Catalogue;
import hotleads.simulators.practice.Client;
import hotleads.simulators.practice.Practice;
import hotleads.simulators.practice.Practitioner;
import hotleads.simulators.practice.SessionType;
import hotleads.simulators.storage.Json;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What stands still: the account, its calendars, session types, clients, labels and forms. */
final class AccountRoutes {

    private final Practice practice;
    private final Credentials credentials;

    AccountRoutes(Practice practice, Credentials credentials) {
        this.practice = practice;
        this.credentials = credentials;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/me", request -> Answer.json(200, me()))
                .on("GET", "/meta", request -> Answer.json(200, Map.of("hooks", List.of("127.0.0.1/32"))))
                .on("GET", "/calendars", request -> Answer.json(200, calendars()))
                .on("GET", "/appointment-types", request -> Answer.json(200, types()))
                .on("GET", "/clients", this::clients)
                .on("GET", "/labels", request -> Answer.json(200, Labels.ALL))
                .on("GET", "/forms", request -> Answer.json(200, Forms.all()))
                .on("GET", "/certificates", request -> Answer.json(200, List.of()))
                .on("GET", "/orders", request -> Answer.json(200, List.of()));
    }

    private ObjectNode me() {
        var me = Json.MAPPER.createObjectNode();
        me.put("id", Long.parseLong(credentials.userId()));
        me.put("owner", Long.parseLong(credentials.userId()));
        me.put("email", Catalogue.OWNER_EMAIL);
        me.put("adminEmail", Catalogue.OWNER_EMAIL);
        me.put("name", "Hollow Tree Counselling (made up)");
        me.put("timezone", Catalogue.ZONE.getId());
        me.put("plan", "Premium");
        me.put("isHIPAA", true);
        me.put("accountType", "owner");
        me.put("isTrial", false);
        me.put("expires", "2027-06-22 13:59:19");
        me.put("clientsDistinctByPhone", false);
        // Recorded as false on an account whose API worked.
        me.putObject("planCapabilities").put("can_use_api", false);
        return me;
    }

    private static List<ObjectNode> calendars() {
        return Catalogue.PRACTITIONERS.stream().map(AccountRoutes::calendar).toList();
    }

    private static ObjectNode calendar(Practitioner one) {
        var node = Json.MAPPER.createObjectNode();
        node.put("id", one.calendarId());
        node.put("name", one.name());
        node.put("email", one.email());
        node.put("replyTo", one.email());
        node.put("description", "");
        node.put("location", "");
        node.put("timezone", Catalogue.ZONE.getId());
        // False or an address without a scheme: both are recorded.
        if (one.calendarId() % 2 == 0) {
            node.put("thumbnail", "//images.example.org/" + one.calendarId() + ".png");
        } else {
            node.put("thumbnail", false);
        }
        node.put("image", false);
        node.put("isValid", true);
        return node;
    }

    private List<ObjectNode> types() {
        return Catalogue.TYPES.stream().map(this::type).toList();
    }

    private ObjectNode type(SessionType one) {
        var node = Json.MAPPER.createObjectNode();
        node.put("id", one.id());
        node.put("active", one.active());
        node.put("name", one.name());
        node.put("description", one.description());
        node.put("duration", one.minutes());
        node.put("price", one.price());
        node.put("category", "");
        node.put("color", one.color());
        node.put("private", false);
        node.put("type", one.isGroup() ? "class" : "service");
        if (one.isGroup()) {
            node.put("classSize", one.places());
        } else {
            node.putNull("classSize");
        }
        node.put("paddingBefore", 0).put("paddingAfter", 10);
        var calendars = node.putArray("calendarIDs");
        Catalogue.PRACTITIONERS.forEach(practitioner -> calendars.add(practitioner.calendarId()));
        node.putArray("formIDs").add(Forms.INTAKE_ID);
        node.putArray("addonIDs");
        node.put(
                "schedulingUrl",
                "https://app.acuityscheduling.com/schedule.php?owner=" + credentials.userId() + "&appointmentType="
                        + one.id());
        node.put("image", "");
        return node;
    }

    private Answer clients(Request request) {
        String search = request.query().get("search").orElse("");
        return Answer.json(
                200,
                practice.clients(search).stream().map(AccountRoutes::client).toList());
    }

    private static ObjectNode client(Client one) {
        return Json.MAPPER
                .createObjectNode()
                .put("firstName", one.firstName())
                .put("lastName", one.lastName())
                .put("email", one.email())
                .put("phone", one.formattedPhone())
                .put("notes", AppointmentJson.PLANTED + " (client)");
    }
}
