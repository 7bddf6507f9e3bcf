package hotleads.simulators.zoho;

import hotleads.simulators.practice.Catalogue;
import hotleads.simulators.storage.Json;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import java.util.List;

/** The organisation, its users, and which fields and pick-list words it has. */
final class MetadataRoutes {

    static final List<String> LEAD_STATUSES = List.of(
            "Not Contacted",
            "Attempted to Contact",
            "Contact in Future",
            "Contacted",
            "Pre-Qualified",
            "Not Qualified",
            "Junk Lead",
            "Lost Lead");
    private static final List<String> TASK_STATUSES =
            List.of("Not Started", "Deferred", "In Progress", "Completed", "Waiting on someone else");

    void addTo(Routes routes, String version) {
        routes.on("GET", version + "/org", request -> org())
                .on("GET", version + "/users", this::users)
                .on("GET", version + "/settings/fields", this::fields);
    }

    private static Answer org() {
        var body = Json.MAPPER.createObjectNode();
        var org = body.putArray("org").addObject();
        org.put("id", "6493490000000020005").put("company_name", "A made-up practice");
        org.put("time_zone", Catalogue.ZONE.getId()).put("country_code", "US");
        org.putObject("license_details").put("paid_type", "standard").put("paid", true);
        return Answer.json(200, body);
    }

    private Answer users(Request request) {
        boolean current =
                request.query().get("type").filter("CurrentUser"::equals).isPresent();
        var body = Json.MAPPER.createObjectNode();
        var users = body.putArray("users");
        if (current) {
            users.add(ZohoUser.CONNECTED.whole());
        } else {
            for (ZohoUser user : ZohoUser.values()) {
                users.add(user.whole());
            }
        }
        return Answer.json(200, body);
    }

    private Answer fields(Request request) {
        String module = request.query().get("module").orElseThrow(() -> new Refused(ZohoError.missing("module")));
        var body = Json.MAPPER.createObjectNode();
        var field = body.putArray("fields").addObject();
        boolean task = module.equals(Crm.TASKS);
        field.put("api_name", task ? "Status" : "Lead_Status").put("field_label", task ? "Status" : "Lead Status");
        field.put("data_type", "picklist").put("system_mandatory", false).put("read_only", false);
        var values = field.putArray("pick_list_values");
        (task ? TASK_STATUSES : LEAD_STATUSES)
                .forEach(word -> values.addObject().put("display_value", word).put("actual_value", word));
        return Answer.json(200, body);
    }
}
