package hotleads.sync.zoho;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.ZohoStageChange;
import hotleads.contracts.ZohoTimelineQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Who moved a lead from where to where; what else its timeline tells is left out. */
@Component
class ReadTimeline {
    private static final String FIELD = "Lead_Status";

    private final ZohoApi api;

    ReadTimeline(ZohoApi api) {
        this.api = api;
    }

    /** The newest page is enough: a lead that was moved two hundred times tells nothing by the first of them. */
    ProviderAnswer<List<ZohoStageChange>> read(byte @Nullable [] account, ZohoTimelineQuery query) {
        ProviderAnswer<List<ZohoStageChange>> answer = api.get(
                        account,
                        "timeline",
                        "/Leads/" + query.lead() + "/__timeline?per_page=200&sort_by=audited_time",
                        null)
                .told(ReadTimeline::changes);
        return answer.outcome() == ProviderOutcome.NOTHING ? ProviderAnswer.of(List.of()) : answer;
    }

    private static @Nullable List<ZohoStageChange> changes(JsonNode json) {
        JsonNode lines = json.path("__timeline");
        if (!lines.isArray()) {
            return null;
        }
        List<ZohoStageChange> changes = new ArrayList<>();
        for (JsonNode line : lines) {
            Instant at = new Fields(line).instant("audited_time");
            // Null for what is no change of a field.
            for (JsonNode field : line.path("field_history")) {
                if (at != null && FIELD.equals(field.path("api_name").asString(""))) {
                    changes.add(change(at, line, new Fields(field.path("_value"))));
                }
            }
        }
        return changes;
    }

    private static ZohoStageChange change(Instant at, JsonNode line, Fields value) {
        return new ZohoStageChange(
                at,
                value.text("old"),
                value.text("new"),
                new Fields(line.path("done_by")).text("name"),
                how(line.path("source").asString("")));
    }

    private static String how(String source) {
        return switch (source) {
            case "crm_ui" -> "person";
            case "crm_api" -> "api";
            case "workflow" -> "workflow";
            case "import" -> "import";
            default -> "other";
        };
    }
}
