package hotleads.simulators.zoho;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A lead, contact, task or note.
 *
 * @param fields by Zoho's API names, as text; what is not there is null
 * @param about the record a task or note belongs to
 * @param becameContact the contact a converted lead became
 */
record CrmRecord(
        long id,
        String module,
        Map<String, String> fields,
        @Nullable Long about,
        Instant createdAt,
        Instant modifiedAt,
        @Nullable Instant convertedAt,
        @Nullable Long becameContact) {

    CrmRecord {
        fields = Map.copyOf(fields);
    }

    boolean isConverted() {
        return convertedAt != null;
    }

    @Nullable
    String field(String name) {
        return fields.get(name);
    }

    String displayName() {
        String first = fields.getOrDefault("First_Name", "");
        String name = first.isEmpty() ? "" : first + " ";
        return name + fields.getOrDefault("Last_Name", fields.getOrDefault("Subject", ""));
    }

    /** A null value empties the field. */
    CrmRecord with(Map<String, @Nullable String> changes, Instant now) {
        var next = new TreeMap<>(fields);
        changes.forEach((name, value) -> {
            if (value == null) {
                next.remove(name);
            } else {
                next.put(name, value);
            }
        });
        return new CrmRecord(id, module, next, about, createdAt, now, convertedAt, becameContact);
    }

    CrmRecord converted(long contact, Instant now) {
        return new CrmRecord(id, module, fields, about, createdAt, now, now, contact);
    }

    CrmRecord about(long other, Instant now) {
        return new CrmRecord(id, module, fields, other, createdAt, now, convertedAt, becameContact);
    }
}
