package hotleads.sync.zoho;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ZohoDeletedQuery;
import hotleads.contracts.ZohoDeletion;
import hotleads.contracts.ZohoListQuery;
import hotleads.contracts.ZohoPage;
import hotleads.contracts.ZohoPerson;
import hotleads.contracts.ZohoTask;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Leads, contacts and tasks in the order of their changes, and what was deleted. Only what is needed is asked for. */
@Component
class ReadLists {
    static final String LEADS = "Leads";
    static final String CONTACTS = "Contacts";

    private static final String CHANGES = "?per_page=200&sort_by=Modified_Time&sort_order=asc";
    private static final String PERSON =
            "&fields=First_Name,Last_Name,Email,Phone,Mobile,Lead_Source,Email_Opt_Out,Created_Time,Modified_Time";
    // Converted leads are left out of a list unless they are asked for (sheet §1.6).
    private static final String LEAD = PERSON + ",Lead_Status,Converted__s,Converted_Contact&converted=both";
    private static final String TASK = "&fields=What_Id,Who_Id,Due_Date,Status,Closed_Time,Created_Time,Modified_Time";

    private final ZohoApi api;

    ReadLists(ZohoApi api) {
        this.api = api;
    }

    ProviderAnswer<ZohoPage<ZohoPerson>> leads(byte @Nullable [] account, ZohoListQuery query) {
        return page(
                account, "leads", "/Leads" + CHANGES + LEAD, query.since(), query.page(), row -> person(LEADS, row));
    }

    ProviderAnswer<ZohoPage<ZohoPerson>> contacts(byte @Nullable [] account, ZohoListQuery query) {
        return page(
                account,
                "contacts",
                "/Contacts" + CHANGES + PERSON,
                query.since(),
                query.page(),
                row -> person(CONTACTS, row));
    }

    ProviderAnswer<ZohoPage<ZohoTask>> tasks(byte @Nullable [] account, ZohoListQuery query) {
        return page(account, "tasks", "/Tasks" + CHANGES + TASK, query.since(), query.page(), ReadLists::task);
    }

    ProviderAnswer<ZohoPage<ZohoDeletion>> deleted(byte @Nullable [] account, ZohoDeletedQuery query) {
        return page(
                account,
                "deleted",
                "/" + query.module() + "/deleted?type=all&per_page=200",
                query.since(),
                query.page(),
                ReadLists::deletion);
    }

    private <T> ProviderAnswer<ZohoPage<T>> page(
            byte @Nullable [] account,
            String kind,
            String path,
            @Nullable Instant since,
            @Nullable String page,
            Function<Fields, @Nullable T> read) {
        String whole = page == null ? path : path + "&page_token=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
        return api.get(account, kind, whole, since).told(json -> rows(json, read));
    }

    private static <T> @Nullable ZohoPage<T> rows(JsonNode json, Function<Fields, @Nullable T> read) {
        JsonNode data = json.path("data");
        if (!data.isArray()) {
            return null;
        }
        List<T> records = new ArrayList<>();
        List<Long> unreadable = new ArrayList<>();
        for (JsonNode row : data) {
            Fields fields = new Fields(row);
            Long id = fields.id("id");
            if (id == null) {
                // A record nobody can name can be asked for by nobody either: this is no list of Zoho's.
                return null;
            }
            T record = read.apply(fields);
            if (record == null) {
                unreadable.add(id);
            } else {
                records.add(record);
            }
        }
        return new ZohoPage<>(records, next(json), unreadable);
    }

    private static @Nullable String next(JsonNode json) {
        Fields info = new Fields(json.path("info"));
        return info.isTrue("more_records") ? info.text("next_page_token") : null;
    }

    private static @Nullable ZohoPerson person(String module, Fields row) {
        Long id = row.id("id");
        Instant created = row.instant("Created_Time");
        Instant modified = row.instant("Modified_Time");
        if (id == null || created == null || modified == null) {
            return null;
        }
        Long contact = row.reference("Converted_Contact");
        return new ZohoPerson(
                id,
                module,
                row.text("First_Name"),
                row.text("Last_Name"),
                row.text("Email"),
                row.text("Phone"),
                row.text("Mobile"),
                row.text("Lead_Status"),
                row.text("Lead_Source"),
                row.isTrue("Email_Opt_Out"),
                created,
                modified,
                row.isTrue("Converted__s") || contact != null,
                contact);
    }

    private static @Nullable ZohoTask task(Fields row) {
        Long id = row.id("id");
        Instant created = row.instant("Created_Time");
        Instant modified = row.instant("Modified_Time");
        if (id == null || created == null || modified == null) {
            return null;
        }
        // A contact is who a task is about, a lead is what (sheet §4.5).
        Long who = row.reference("Who_Id");
        return new ZohoTask(
                id,
                who == null ? row.reference("What_Id") : who,
                ZohoTime.date(row.text("Due_Date")),
                row.text("Status"),
                row.instant("Closed_Time"),
                created,
                modified);
    }

    private static @Nullable ZohoDeletion deletion(Fields row) {
        Long id = row.id("id");
        Instant at = row.instant("deleted_time");
        return id == null || at == null ? null : new ZohoDeletion(id, at);
    }
}
