package hotleads.simulators.zoho;

import hotleads.simulators.storage.Json;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes of up to a hundred rows, each answered by itself. */
final class WriteRoutes {

    private static final int MOST_ROWS = 100;
    private static final int MIXED = 207;
    private static final int LONGEST_TITLE = 120;
    private static final Set<String> REFERENCES =
            Set.of("What_Id", "Who_Id", "Parent_Id", "Owner", "id", "$se_module", "se_module");

    private final Crm crm;
    private final ZohoFaults faults;
    private final AtomicInteger workflows = new AtomicInteger();

    WriteRoutes(Crm crm, ZohoFaults faults) {
        this.crm = crm;
        this.faults = faults;
    }

    /**
     * How many writes set the practice's own workflows going, e-mails and all: those that came without {@code trigger}.
     */
    int workflows() {
        return workflows.get();
    }

    void addTo(Routes routes, String version) {
        routes.on(
                        "POST",
                        version + "/{module}",
                        request -> each(request, 201, row -> insert(module(request), row, null)))
                .on(
                        "POST",
                        version + "/{module}/upsert",
                        request -> each(request, 200, row -> upsert(module(request), row)))
                .on("PUT", version + "/{module}", request -> each(request, 200, row -> update(request, row)))
                .on(
                        "POST",
                        version + "/{module}/{id}/Notes",
                        request -> each(request, 201, row -> insert(Crm.NOTES, row, ReadRoutes.id(request))))
                .on("POST", version + "/{module}/{id}/actions/convert", this::convert);
    }

    private static String module(Request request) {
        return ReadRoutes.module(request);
    }

    private interface Row {
        ObjectNode write(JsonNode row);
    }

    private Answer each(Request request, int allDone, Row write) {
        if (faults.on(ZohoFault.CHANGED_MEANWHILE)) {
            throw new Refused(ZohoError.MODIFIED);
        }
        if (faults.on(ZohoFault.CONFLICT)) {
            throw new Refused(ZohoError.CONFLICT);
        }
        JsonNode rows = request.json().path("data");
        if (!rows.isArray() || rows.isEmpty() || rows.size() > MOST_ROWS) {
            throw new Refused(ZohoError.invalid("data"));
        }
        if (!request.json().has("trigger")) {
            workflows.addAndGet(rows.size());
        }
        List<ObjectNode> answers = new ArrayList<>();
        rows.forEach(row -> answers.add(one(row, write)));
        long done = answers.stream()
                .filter(one -> one.path("status").asString().equals("success"))
                .count();
        var body = Json.MAPPER.createObjectNode();
        body.putArray("data").addAll(answers);
        // One row alone that is refused answers 400 with the row; of several, some are done.
        return Answer.json(done == rows.size() ? allDone : done == 0 ? 400 : MIXED, body);
    }

    private ObjectNode one(JsonNode row, Row write) {
        try {
            if (faults.on(ZohoFault.ROWS_REFUSED)) {
                throw new Refused(ZohoError.invalid("Parent_Id"));
            }
            return write.write(row);
        } catch (Refused refused) {
            return refused.error().envelope();
        }
    }

    private ObjectNode insert(String module, JsonNode row, @Nullable Long parent) {
        Map<String, @Nullable String> fields = fields(row);
        String mandatory = switch (module) {
            case Crm.TASKS -> "Subject";
            case Crm.NOTES -> "Note_Content";
            default -> "Last_Name";
        };
        if (fields.get(mandatory) == null) {
            throw new Refused(new ZohoError(
                    400, "MANDATORY_NOT_FOUND", "required field not found", Map.of("api_name", mandatory)));
        }
        if (module.equals(Crm.NOTES) && String.valueOf(fields.get("Note_Title")).length() > LONGEST_TITLE) {
            throw new Refused(ZohoError.invalid("Note_Title"));
        }
        var there = new HashMap<String, String>();
        fields.forEach((name, value) -> {
            if (value != null) {
                there.put(name, value);
            }
        });
        CrmRecord made = crm.insert(
                module, there, parent == null ? about(module, row) : known(parent), ZohoUser.CONNECTED, "crm_api");
        return success("record added", made, null);
    }

    private @Nullable Long about(String module, JsonNode row) {
        if (module.equals(Crm.NOTES)) {
            JsonNode named = row.path("Parent_Id");
            return known(number(named.isObject() ? named.path("id") : named));
        }
        if (!module.equals(Crm.TASKS)) {
            return null;
        }
        JsonNode who = row.path("Who_Id");
        JsonNode what = row.path("What_Id");
        if (who.isObject()) {
            return of(Crm.CONTACTS, known(number(who.path("id"))), "Who_Id");
        }
        if (what.isObject()) {
            String module2 = row.path("$se_module").asString("");
            if (module2.isEmpty()) {
                throw new Refused(ZohoError.missing("$se_module"));
            }
            return of(module2, known(number(what.path("id"))), "What_Id");
        }
        return null;
    }

    private Long of(String module, Long id, String field) {
        if (crm.find(id).filter(one -> one.module().equals(module)).isEmpty()) {
            throw new Refused(ZohoError.invalid(field));
        }
        return id;
    }

    private Long known(long id) {
        if (crm.find(id).isEmpty()) {
            throw new Refused(new ZohoError(
                    400, "INVALID_DATA", "the related id given seems to be invalid", Map.of("api_name", "Parent_Id")));
        }
        return id;
    }

    private static long number(JsonNode node) {
        String text = node.asString("");
        return text.matches("[0-9]{1,19}") ? Long.parseUnsignedLong(text) : 0;
    }

    private ObjectNode update(Request request, JsonNode row) {
        CrmRecord record = crm.find(number(row.path("id")))
                .filter(one -> one.module().equals(module(request)))
                .orElseThrow(() -> new Refused(ZohoError.invalid("id")));
        Optional<Instant> unless = request.header("If-Unmodified-Since").flatMap(ZohoTime::parse);
        if (unless.filter(moment -> record.modifiedAt().isAfter(moment)).isPresent()) {
            throw new Refused(ZohoError.MODIFIED);
        }
        return success("record updated", crm.update(record, fields(row), ZohoUser.CONNECTED, "crm_api"), null);
    }

    /** With a blank e-mail it always inserts. */
    private ObjectNode upsert(String module, JsonNode row) {
        String email = row.path("Email").asString("").toLowerCase(Locale.ROOT);
        Optional<CrmRecord> twin = email.isEmpty()
                ? Optional.empty()
                : crm.all(module).stream()
                        .filter(one ->
                                email.equals(String.valueOf(one.field("Email")).toLowerCase(Locale.ROOT)))
                        .findFirst();
        return twin.map(one -> {
                    var answer = success(
                            "record updated", crm.update(one, fields(row), ZohoUser.CONNECTED, "crm_api"), "Email");
                    return answer.put("action", "update");
                })
                .orElseGet(() -> insert(module, row, null).put("action", "insert"));
    }

    private Answer convert(Request request) {
        CrmRecord lead = crm.find(ReadRoutes.id(request))
                .filter(one -> one.module().equals(Crm.LEADS) && !one.isConverted())
                .orElseThrow(() -> new Refused(ZohoError.invalid("id")));
        CrmRecord contact = crm.convert(lead, ZohoUser.CONNECTED);
        var body = Json.MAPPER.createObjectNode();
        body.putArray("data").addObject().put("Contacts", Long.toString(contact.id()));
        return Answer.json(200, body);
    }

    private static Map<String, @Nullable String> fields(JsonNode row) {
        var fields = new HashMap<String, @Nullable String>();
        row.properties().forEach(one -> {
            if (!REFERENCES.contains(one.getKey())) {
                fields.put(
                        one.getKey(),
                        one.getValue().isNull() ? null : one.getValue().asString(""));
            }
        });
        return fields;
    }

    private static ObjectNode success(String message, CrmRecord record, @Nullable String duplicate) {
        var answer = Json.MAPPER.createObjectNode();
        answer.put("code", "SUCCESS").put("status", "success").put("message", message);
        if (duplicate != null) {
            answer.put("duplicate_field", duplicate);
        }
        var details = answer.putObject("details").put("id", Long.toString(record.id()));
        details.put("Created_Time", ZohoTime.text(record.createdAt()));
        details.put("Modified_Time", ZohoTime.text(record.modifiedAt()));
        details.set("Created_By", ZohoUser.CONNECTED.json());
        details.set("Modified_By", ZohoUser.CONNECTED.json());
        return answer;
    }
}
