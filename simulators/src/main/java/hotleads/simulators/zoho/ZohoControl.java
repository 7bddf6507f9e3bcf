package hotleads.simulators.zoho;

import hotleads.simulators.practice.PracticeState;
import hotleads.simulators.practice.SeededPractice;
import hotleads.simulators.storage.Json;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.BadRequest;
import hotleads.simulators.web.Parameters;
import hotleads.simulators.web.Refusal;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import hotleads.simulators.web.WebServer;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What somebody outside the practice, or its desk, does in Zoho: below {@code /control/zoho}, as a page and as JSON.
 */
public final class ZohoControl implements WebServer.Site {

    private static final String API = "/api/zoho";
    private static final List<String> FIRST = List.of("Abel", "Bryony", "Clem", "Dot", "Ember", "Fox", "Greer", "Hale");
    private static final List<String> LAST = List.of(
            "Marshmallo", "Nettleship", "Oakapple", "Puddifoot", "Quickstep", "Rainbarrel", "Skylarky", "Teasel");

    private final Crm crm;
    private final ZohoFaults faults;
    private final ZohoSite site;
    private final Notifier notifier;
    private final Random random;
    private final Routes routes = new Routes("/control");

    public ZohoControl(Crm crm, ZohoFaults faults, ZohoSite site, Notifier notifier, long seed) {
        this.crm = crm;
        this.faults = faults;
        this.site = site;
        this.notifier = notifier;
        random = new Random(seed);
        routes.on("GET", API, request -> state())
                .on("GET", API + "/faults", request -> switches())
                .on("PUT", API + "/faults", this::change)
                .on("DELETE", API + "/faults", request -> {
                    faults.reset();
                    return switches();
                })
                .on("POST", API + "/withdraw", request -> withdraw(true))
                .on("POST", API + "/grant", request -> withdraw(false))
                .on("GET", API + "/records", this::list)
                .on("POST", API + "/leads", this::enquire)
                .on("POST", API + "/leads/{id}/stage", this::stage)
                .on("POST", API + "/leads/{id}/convert", this::convert)
                .on("POST", API + "/records/{id}", this::edit)
                .on("DELETE", API + "/records/{id}", this::delete)
                .on("POST", API + "/tasks", this::task)
                .on("GET", API + "/notifications", request -> Answer.json(200, notifier.recent()))
                .on("GET", "/zoho", request -> ZohoPage.of(crm, faults, request.query()))
                .on("POST", "/zoho/fault", this::faultByForm)
                .on("POST", "/zoho/withdraw", request -> after(withdraw(!faults.on(ZohoFault.PERMISSION_WITHDRAWN))))
                .on("POST", "/zoho/enquiry", this::enquiryByForm)
                .on("POST", "/zoho/stage", this::stageByForm);
    }

    /** A CRM of the same people, as they stand at a moment; only for one that is empty. */
    public void tellOf(Instant until, long seed, PracticeState end) {
        if (crm.isEmpty()) {
            crm.follow(CrmScript.endingAt(until, seed, end));
        }
    }

    /** The CRM of the year that is about to be played. */
    public void tellOfAYear(Instant until, long seed) {
        tellOf(until, seed, SeededPractice.afterAYear(until, seed));
    }

    @Override
    public boolean covers(String path) {
        return path.equals("/control/zoho")
                || path.startsWith("/control/zoho/")
                || path.equals("/control" + API)
                || path.startsWith("/control" + API + "/");
    }

    @Override
    public Answer answer(Request request) {
        crm.catchUp();
        return switch (routes.find(request)) {
            case Routes.Match.Found(var handler, var matched) -> handler.handle(matched);
            case Routes.Match.WrongMethod() ->
                Answer.json(405, new Refusal(405, "method-not-allowed", "This address does not take that method."));
            case Routes.Match.NoSuchPath() -> notFound();
        };
    }

    private Answer state() {
        var state = new LinkedHashMap<String, Object>();
        for (String module : List.of(Crm.LEADS, Crm.CONTACTS, Crm.TASKS, Crm.NOTES)) {
            state.put(module, crm.all(module).size());
        }
        state.put("workflowsFired", site.workflows());
        state.put("tokensAsked", site.tokensAsked());
        state.put("channels", crm.channels().size());
        return Answer.json(200, state);
    }

    private Answer switches() {
        var all = new LinkedHashMap<String, Boolean>();
        for (ZohoFault fault : ZohoFault.values()) {
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

    private static ZohoFault known(String word) {
        return ZohoFault.of(word).orElseThrow(() -> new BadRequest("There is no fault of this name at Zoho."));
    }

    private Answer withdraw(boolean wanted) {
        faults.set(ZohoFault.PERMISSION_WITHDRAWN, wanted);
        if (wanted) {
            site.killTokens();
        }
        return switches();
    }

    private Answer list(Request request) {
        String module = request.query().get("module").orElse(Crm.LEADS);
        return Answer.json(200, crm.all(module).stream().map(ZohoControl::shown).toList());
    }

    private Answer enquire(Request request) {
        var fields = new HashMap<String, String>();
        request.json()
                .properties()
                .forEach(one -> fields.put(one.getKey(), one.getValue().asString("")));
        return Answer.json(201, shown(enquiry(fields)));
    }

    /** Whatever the form left out is made up. */
    private CrmRecord enquiry(Map<String, String> given) {
        var fields = new HashMap<>(given);
        fields.values().removeIf(String::isBlank);
        if (!fields.containsKey("Last_Name")) {
            fields.put("First_Name", FIRST.get(random.nextInt(FIRST.size())));
            fields.put("Last_Name", LAST.get(random.nextInt(LAST.size())));
            fields.putIfAbsent("Email", "enquiry" + random.nextInt(1_000_000) + "@example.org");
        }
        fields.putIfAbsent("Lead_Status", "Not Contacted");
        fields.putIfAbsent("Lead_Source", "Web Research");
        return crm.insert(Crm.LEADS, fields, null, ZohoUser.TONY, "crm_ui");
    }

    private Answer stage(Request request) {
        String status = request.json().path("status").asString("");
        if (!MetadataRoutes.LEAD_STATUSES.contains(status)) {
            throw new BadRequest("status is one of " + String.join(", ", MetadataRoutes.LEAD_STATUSES) + ".");
        }
        return record(request)
                .map(one -> shown(crm.update(one, Map.of("Lead_Status", status), ZohoUser.ROB, "crm_ui")))
                .map(one -> Answer.json(200, one))
                .orElseGet(ZohoControl::notFound);
    }

    private Answer convert(Request request) {
        return record(request)
                .filter(one -> one.module().equals(Crm.LEADS) && !one.isConverted())
                .map(one -> Answer.json(200, shown(crm.convert(one, ZohoUser.ROB))))
                .orElseGet(ZohoControl::notFound);
    }

    private Answer edit(Request request) {
        var fields = new HashMap<String, @org.jspecify.annotations.Nullable String>();
        request.json()
                .properties()
                .forEach(one -> fields.put(
                        one.getKey(),
                        one.getValue().isNull() ? null : one.getValue().asString("")));
        return record(request)
                .map(one -> Answer.json(200, shown(crm.update(one, fields, ZohoUser.ROB, "crm_ui"))))
                .orElseGet(ZohoControl::notFound);
    }

    private Answer delete(Request request) {
        Optional<CrmRecord> record = record(request);
        record.ifPresent(one -> crm.remove(one.id(), "recycle"));
        return record.isPresent() ? Answer.noContent() : notFound();
    }

    private Answer task(Request request) {
        var fields = new HashMap<String, String>();
        request.json()
                .properties()
                .forEach(one -> fields.put(one.getKey(), one.getValue().asString("")));
        String about = fields.getOrDefault("about", "");
        fields.remove("about");
        fields.putIfAbsent("Subject", "Call back");
        fields.putIfAbsent("Status", "Not Started");
        return find(about)
                .map(one -> Answer.json(201, shown(crm.insert(Crm.TASKS, fields, one.id(), ZohoUser.TONY, "crm_ui"))))
                .orElseGet(ZohoControl::notFound);
    }

    private Optional<CrmRecord> record(Request request) {
        return find(request.variable("id"));
    }

    private Optional<CrmRecord> find(String id) {
        return id.matches("[0-9]{1,19}") ? crm.find(Long.parseUnsignedLong(id)) : Optional.empty();
    }

    private static Object shown(CrmRecord record) {
        var shown = Json.MAPPER.createObjectNode();
        shown.put("id", Long.toString(record.id())).put("module", record.module());
        shown.put("about", record.about() == null ? null : Long.toString(record.about()));
        shown.put("createdAt", record.createdAt().toString())
                .put("modifiedAt", record.modifiedAt().toString());
        shown.put("converted", record.isConverted());
        shown.putPOJO("fields", record.fields());
        return shown;
    }

    private Answer faultByForm(Request request) {
        Parameters form = request.form();
        form.get("name").flatMap(ZohoFault::of).ifPresent(fault -> faults.set(fault, form.isTrue("on")));
        return after(switches());
    }

    private Answer enquiryByForm(Request request) {
        Parameters form = request.form();
        var fields = new HashMap<String, String>();
        for (String name : List.of("First_Name", "Last_Name", "Email", "Phone", "Lead_Source")) {
            form.get(name).ifPresent(value -> fields.put(name, value));
        }
        enquiry(fields);
        return Answer.seeOther("/control/zoho?done=enquiry");
    }

    private Answer stageByForm(Request request) {
        Parameters form = request.form();
        String status = form.get("status")
                .filter(MetadataRoutes.LEAD_STATUSES::contains)
                .orElse("Contacted");
        Optional<CrmRecord> lead = form.get("lead").flatMap(this::find);
        lead.ifPresent(one -> crm.update(one, Map.of("Lead_Status", status), ZohoUser.ROB, "crm_ui"));
        return Answer.seeOther("/control/zoho?done=" + (lead.isPresent() ? "stage" : "nothing"));
    }

    private static Answer after(Answer done) {
        return done.status() == 200 ? Answer.seeOther("/control/zoho?done=switched") : done;
    }

    private static Answer notFound() {
        return Answer.json(404, new Refusal(404, "not-found", "There is nothing at this address."));
    }
}
