package hotleads.simulators.zoho;

import hotleads.simulators.storage.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Records as Zoho writes them: nulls for what is empty, ids as text, other records as name and id. */
final class RecordJson {

    private static final Set<String> YES_OR_NO = Set.of("Email_Opt_Out", "Send_Notification_Email");
    /** A made-up custom field of the practice, which nobody asked for: unknown fields must be borne. */
    private static final String UNKNOWN = "Heard_From_PLANTED_9ZH";

    private final Crm crm;

    RecordJson(Crm crm) {
        this.crm = crm;
    }

    /** @param fields those asked for; empty for all there are */
    ObjectNode of(CrmRecord record, List<String> fields) {
        var json = Json.MAPPER.createObjectNode();
        json.put("id", Long.toString(record.id()));
        List<String> wanted = fields.isEmpty() ? List.copyOf(record.fields().keySet()) : fields;
        wanted.forEach(field -> json.set(field, value(record, field)));
        if (fields.isEmpty()) {
            json.set("Created_Time", value(record, "Created_Time"));
            json.set("Modified_Time", value(record, "Modified_Time"));
            json.put(UNKNOWN, "a field nobody knows");
            json.put("$converted", record.isConverted());
            json.set("$converted_detail", convertedDetail(record));
        }
        addOwner(record, json);
        return json;
    }

    private void addOwner(CrmRecord record, ObjectNode json) {
        if (record.module().equals(Crm.TASKS) || record.module().equals(Crm.NOTES)) {
            json.put("$se_module", seModule(record).orElse(null));
        }
    }

    private Optional<String> seModule(CrmRecord record) {
        return about(record).filter(one -> !isForContact(record)).map(CrmRecord::module);
    }

    private JsonNode value(CrmRecord record, String field) {
        return switch (field) {
            case "id" -> Json.MAPPER.valueToTree(Long.toString(record.id()));
            case "Created_Time" -> Json.MAPPER.valueToTree(ZohoTime.text(record.createdAt()));
            case "Modified_Time" -> Json.MAPPER.valueToTree(ZohoTime.text(record.modifiedAt()));
            case "Owner", "Created_By", "Modified_By" -> ZohoUser.TONY.json();
            case "Converted__s" -> Json.MAPPER.valueToTree(record.isConverted());
            case "Converted_Date_Time" ->
                record.convertedAt() == null
                        ? Json.MAPPER.nullNode()
                        : Json.MAPPER.valueToTree(ZohoTime.text(record.convertedAt()));
            case "Converted_Contact" -> reference(record.becameContact());
            case "What_Id" -> isForContact(record) ? Json.MAPPER.nullNode() : reference(record.about());
            case "Who_Id" -> isForContact(record) ? reference(record.about()) : Json.MAPPER.nullNode();
            case "Parent_Id" -> reference(record.about());
            case "Tag" -> Json.MAPPER.createArrayNode();
            default -> plain(record.field(field), field);
        };
    }

    /** A task about a contact names it as who, one about a lead as what. */
    private boolean isForContact(CrmRecord record) {
        return record.module().equals(Crm.TASKS)
                && about(record)
                        .filter(one -> one.module().equals(Crm.CONTACTS))
                        .isPresent();
    }

    private Optional<CrmRecord> about(CrmRecord record) {
        return Optional.ofNullable(record.about()).flatMap(crm::find);
    }

    private JsonNode reference(@Nullable Long id) {
        return id == null
                ? Json.MAPPER.nullNode()
                : crm.find(id)
                        .<JsonNode>map(one -> Json.MAPPER
                                .createObjectNode()
                                .put("name", one.displayName())
                                .put("id", Long.toString(id)))
                        .orElseGet(Json.MAPPER::nullNode);
    }

    private static JsonNode plain(@Nullable String text, String field) {
        if (YES_OR_NO.contains(field)) {
            return Json.MAPPER.valueToTree(
                    text != null && text.toLowerCase(Locale.ROOT).equals("true"));
        }
        return text == null ? Json.MAPPER.nullNode() : Json.MAPPER.valueToTree(text);
    }

    private static ObjectNode convertedDetail(CrmRecord record) {
        var detail = Json.MAPPER.createObjectNode();
        if (record.becameContact() != null) {
            detail.put("contact", Long.toString(record.becameContact()));
            detail.put("convert_date", String.valueOf(record.convertedAt()));
        }
        return detail;
    }
}
