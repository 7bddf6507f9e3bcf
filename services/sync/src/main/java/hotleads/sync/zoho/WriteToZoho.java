package hotleads.sync.zoho;

import hotleads.contracts.NewZohoNote;
import hotleads.contracts.NewZohoTask;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.ZohoMarkerQuery;
import hotleads.contracts.ZohoWritten;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Notes and tasks, one at a time, each with our marker in it; and the look whether one with that marker arrived. */
@Component
class WriteToZoho {
    /** Empty, so that none of the practice's own workflows, e-mails among them, is set going (sheet §4.3). */
    private static final List<String> NO_WORKFLOWS = List.of();

    /** Its clock and ours may differ, and it may have taken its time. */
    private static final Duration EARLIER = Duration.ofDays(1);

    private static final int MOST_PAGES = 20;

    private final ZohoApi api;

    WriteToZoho(ZohoApi api) {
        this.api = api;
    }

    ProviderAnswer<ZohoWritten> note(byte @Nullable [] account, NewZohoNote note) {
        return written(api.post(
                account,
                "notes",
                "/Notes",
                body(Map.of(
                        "Note_Title", note.title(),
                        "Note_Content", note.text() + "\n\nHot Leads " + note.marker(),
                        "Parent_Id",
                                Map.of(
                                        "module", Map.of("api_name", note.module()),
                                        "id", Long.toString(note.about()))))));
    }

    ProviderAnswer<ZohoWritten> task(byte @Nullable [] account, NewZohoTask task) {
        Map<String, Object> about = Map.of("id", Long.toString(task.about()));
        Map<String, Object> common = Map.of(
                "Subject", task.subject(),
                "Due_Date", task.dueOn().toString(),
                "Description", "Hot Leads " + task.marker());
        // A contact is who, a lead is what, and only what has to say which module it is of (sheet §4.5).
        Map<String, Object> reference = task.module().equals(ReadLists.CONTACTS)
                ? Map.of("Who_Id", about)
                : Map.of("What_Id", about, "$se_module", task.module());
        Map<String, Object> row = new java.util.HashMap<>(common);
        row.putAll(reference);
        return written(api.post(account, "tasks", "/Tasks", body(row)));
    }

    private static Map<String, Object> body(Map<String, Object> row) {
        return Map.of("data", List.of(row), "trigger", NO_WORKFLOWS);
    }

    /** One row was sent, so one tells how it went, whatever the status of the whole says. */
    private static ProviderAnswer<ZohoWritten> written(Answer answer) {
        if (answer instanceof Answer.Content(JsonNode json)) {
            JsonNode row = json.path("data").path(0);
            if (!"success".equals(row.path("status").asString(""))) {
                return row.isObject() ? refused(row) : Answer.BAD_CONTENT.told();
            }
            Long id = new Fields(row.path("details")).id("id");
            return id == null ? Answer.BAD_CONTENT.told() : ProviderAnswer.of(new ZohoWritten(id));
        }
        // Nothing at all is no answer to a write.
        return answer instanceof Answer.Failed failed ? failed.told() : Answer.BAD_CONTENT.told();
    }

    private static ProviderAnswer<ZohoWritten> refused(JsonNode row) {
        Answer.Failed failed = Classify.refused(400, row);
        // What the note is about was deleted, merged away or converted meanwhile.
        return failed.outcome() == ProviderOutcome.BAD_REQUEST
                        && row.path("code").asString("").equals("INVALID_DATA")
                ? ProviderAnswer.failed(ProviderOutcome.GONE, null, "record-gone")
                : failed.told();
    }

    /**
     * By the list and never by the search, whose index lags (sheet §4.12); over all records, as a lead may be a contact
     * by now.
     */
    ProviderAnswer<ZohoWritten> find(byte @Nullable [] account, ZohoMarkerQuery query) {
        boolean isNote = query.kind().equals("note");
        String field = isNote ? "Note_Content" : "Description";
        String path = (isNote ? "/Notes" : "/Tasks") + "?per_page=200&sort_by=Modified_Time&sort_order=asc&fields="
                + field + ",Modified_Time";
        @Nullable String page = null;
        for (int read = 0; read < MOST_PAGES; read++) {
            Answer answer = api.get(
                    account,
                    isNote ? "notes" : "tasks",
                    page == null ? path : path + "&page_token=" + URLEncoder.encode(page, StandardCharsets.UTF_8),
                    query.since().minus(EARLIER));
            if (!(answer instanceof Answer.Content(JsonNode json))) {
                return answer.told(none -> null);
            }
            JsonNode data = json.path("data");
            if (!data.isArray()) {
                return Answer.BAD_CONTENT.told();
            }
            for (JsonNode row : data) {
                Long id = new Fields(row).id("id");
                if (id != null && row.path(field).asString("").contains(query.marker())) {
                    return ProviderAnswer.of(new ZohoWritten(id));
                }
            }
            Fields info = new Fields(json.path("info"));
            page = info.isTrue("more_records") ? info.text("next_page_token") : null;
            if (page == null) {
                return ProviderAnswer.failed(ProviderOutcome.NOTHING, null, null);
            }
        }
        return ProviderAnswer.failed(ProviderOutcome.UNCLEAR, null, "too-large");
    }
}
