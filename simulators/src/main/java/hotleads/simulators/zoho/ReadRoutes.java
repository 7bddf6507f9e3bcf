package hotleads.simulators.zoho;

import hotleads.simulators.storage.Json;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Lists, single records, deletions, timelines and what belongs to a record. */
final class ReadRoutes {

    private static final int MOST_FIELDS = 50;
    private static final int NOT_MODIFIED = 304;
    private static final Map<String, String> MODULES =
            Map.of("leads", Crm.LEADS, "contacts", Crm.CONTACTS, "tasks", Crm.TASKS, "notes", Crm.NOTES);

    private final Crm crm;
    private final ZohoFaults faults;
    private final RecordJson json;
    private final Pages pages;

    ReadRoutes(Crm crm, ZohoFaults faults, RecordJson json, Pages pages) {
        this.crm = crm;
        this.faults = faults;
        this.json = json;
        this.pages = pages;
    }

    /** @param version v8 asks for fields, v2 did not */
    void addTo(Routes routes, String version) {
        routes.on("GET", version + "/{module}", request -> list(request, version.equals("/v8")))
                .on("GET", version + "/{module}/deleted", this::deleted)
                .on("GET", version + "/{module}/search", request -> search(request))
                .on("GET", version + "/{module}/{id}", this::one)
                .on("GET", version + "/{module}/{id}/Notes", this::notes)
                .on("GET", version + "/{module}/{id}/__timeline", this::timeline);
    }

    static String module(Request request) {
        String known = MODULES.get(request.variable("module").toLowerCase(Locale.ROOT));
        if (known == null) {
            throw new Refused(ZohoError.NO_SUCH_MODULE);
        }
        return known;
    }

    private Answer list(Request request, boolean needsFields) {
        List<String> fields = fields(request);
        if (needsFields && fields.isEmpty()) {
            throw new Refused(ZohoError.missing("fields"));
        }
        String sortBy = request.query().get("sort_by").orElse("id");
        Optional<Instant> since = since(request);
        List<ObjectNode> rows = crm.all(module(request)).stream()
                .filter(one -> isWanted(one, request))
                .filter(one ->
                        since.filter(from -> one.modifiedAt().isBefore(from)).isEmpty())
                .sorted(order(sortBy, request.query().get("sort_order").orElse("desc")))
                .map(one -> json.of(one, fields))
                .toList();
        if (rows.isEmpty()) {
            return since.isPresent()
                    ? new Answer(NOT_MODIFIED, Map.of(), new byte[0], java.time.Duration.ZERO, () -> {})
                    : Answer.noContent();
        }
        return pages.of(request, "data", rows, Optional.of(sortBy));
    }

    /** Converted leads are left out unless they are asked for. */
    private static boolean isWanted(CrmRecord record, Request request) {
        Optional<String> ids = request.query().get("ids");
        if (ids.isPresent() && !List.of(ids.get().split(",", -1)).contains(Long.toString(record.id()))) {
            return false;
        }
        return switch (request.query().get("converted").orElse("false")) {
            case "both" -> true;
            case "true" -> record.isConverted();
            default -> !record.isConverted();
        };
    }

    private static Comparator<CrmRecord> order(String sortBy, String sortOrder) {
        Comparator<CrmRecord> ascending = switch (sortBy) {
            case "id" -> Comparator.comparing(CrmRecord::id);
            case "Created_Time" -> Comparator.comparing(CrmRecord::createdAt).thenComparing(CrmRecord::id);
            case "Modified_Time" -> Comparator.comparing(CrmRecord::modifiedAt).thenComparing(CrmRecord::id);
            default -> throw new Refused(ZohoError.invalid("sort_by"));
        };
        return sortOrder.equals("asc") ? ascending : ascending.reversed();
    }

    private Answer one(Request request) {
        return crm.find(id(request))
                .filter(one -> one.module().equals(module(request)))
                .map(one -> {
                    var body = Json.MAPPER.createObjectNode();
                    body.putArray("data").add(json.of(one, fields(request)));
                    return Answer.json(200, body);
                })
                .orElseGet(() ->
                        faults.on(ZohoFault.MISSING_IS_404) ? ZohoError.NO_SUCH_RECORD.answer() : Answer.noContent());
    }

    private Answer deleted(Request request) {
        String type = request.query().get("type").orElse("all");
        Optional<Instant> since = since(request);
        List<ObjectNode> rows = crm.deletions(module(request)).stream()
                .filter(one -> type.equals("all") || one.type().equals(type))
                .filter(one -> since.filter(from -> one.at().isBefore(from)).isEmpty())
                .map(one -> {
                    var row = Json.MAPPER.createObjectNode();
                    row.put("id", Long.toString(one.id())).put("display_name", one.displayName());
                    row.put("type", one.type()).put("deleted_time", ZohoTime.text(one.at()));
                    row.set("deleted_by", ZohoUser.TONY.json());
                    row.set("created_by", ZohoUser.TONY.json());
                    return row;
                })
                .toList();
        return pages.of(request, "data", rows, Optional.empty());
    }

    /** Its index is a day behind, so that nobody relies on it. */
    private Answer search(Request request) {
        String word = request.query()
                .get("word")
                .or(() -> request.query().get("email"))
                .orElse("");
        Instant indexed = crm.now().minusSeconds(86_400);
        List<ObjectNode> rows = crm.all(module(request)).stream()
                .filter(one -> one.modifiedAt().isBefore(indexed))
                .filter(one -> one.fields().values().stream().anyMatch(text -> text.contains(word)))
                .map(one -> json.of(one, List.of()))
                .toList();
        return pages.of(request, "data", rows, Optional.empty());
    }

    private Answer notes(Request request) {
        long parent = id(request);
        List<String> fields = fields(request);
        if (fields.isEmpty()) {
            throw new Refused(ZohoError.missing("fields"));
        }
        List<ObjectNode> rows = crm.all(Crm.NOTES).stream()
                .filter(one -> one.about() != null && one.about() == parent)
                .map(one -> json.of(one, fields))
                .toList();
        return pages.of(request, "data", rows, Optional.empty());
    }

    private Answer timeline(Request request) {
        List<ObjectNode> rows = faults.on(ZohoFault.NO_TIMELINE)
                ? List.of()
                : crm.timeline(id(request)).stream().map(this::line).toList();
        return pages.of(request, "__timeline", rows, Optional.empty());
    }

    private ObjectNode line(Change change) {
        var line = Json.MAPPER.createObjectNode();
        line.put("id", Long.toString(change.id())).put("type", "timeline").put("action", change.action());
        line.put("source", change.source()).put("audited_time", ZohoTime.text(change.at()));
        if (change.by() == null) {
            line.putNull("done_by");
        } else {
            line.set("done_by", change.by().json());
        }
        var record = line.putObject("record").put("id", Long.toString(change.record()));
        crm.find(change.record()).ifPresent(one -> record.put("name", one.displayName()));
        if (change.field() == null) {
            line.putNull("field_history");
        } else {
            var field = line.putArray("field_history").addObject();
            field.put("api_name", change.field())
                    .put("field_label", change.field().replace('_', ' '));
            field.put("data_type", "text");
            field.putObject("_value").put("old", change.from()).put("new", change.to());
        }
        line.putNull("related_record").putNull("automation_details");
        return line;
    }

    private static List<String> fields(Request request) {
        List<String> fields = request.query()
                .get("fields")
                .map(text ->
                        Arrays.stream(text.split(",", -1)).map(String::strip).toList())
                .orElse(List.of());
        if (fields.size() > MOST_FIELDS) {
            throw new Refused(new ZohoError(400, "LIMIT_EXCEEDED", "at most 50 fields"));
        }
        return fields;
    }

    private static Optional<Instant> since(Request request) {
        return request.header("If-Modified-Since")
                .map(text ->
                        ZohoTime.parse(text).orElseThrow(() -> new Refused(ZohoError.invalid("If-Modified-Since"))));
    }

    static long id(Request request) {
        String id = request.variable("id");
        if (!id.matches("[0-9]{1,19}")) {
            throw new Refused(ZohoError.NO_SUCH_URL);
        }
        return Long.parseUnsignedLong(id);
    }
}
