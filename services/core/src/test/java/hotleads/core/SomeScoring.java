package hotleads.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What rules count for, as a page would send it, and what looking back with it finds. */
final class SomeScoring {
    private SomeScoring() {}

    /** What holds, with another weight for one rule. */
    static List<Map<String, Object>> with(SomeCore core, String rule, boolean on, int tenths, int halfLifeDays) {
        List<Map<String, Object>> rules = new ArrayList<>();
        core.json(core.get("/api/scoring", core.tony())).get("rules").forEach(one -> {
            boolean meant = one.get("rule").asString().equals(rule);
            rules.add(Map.of(
                    "rule", one.get("rule").asString(),
                    "on", meant ? on : one.get("on").asBoolean(),
                    "tenths", meant ? tenths : one.get("tenths").asInt(),
                    "halfLifeDays",
                            meant ? halfLifeDays : one.get("halfLifeDays").asInt()));
        });
        return rules;
    }

    static JsonNode lookedBack(SomeCore core, List<Map<String, Object>> rules) {
        JsonNode asked = core.json(core.post("/api/scoring/lookbacks", core.tony(), Map.of("rules", rules)));
        String path = "/api/scoring/lookbacks/" + asked.get("id").asString();
        SomeCore.await(() -> isOver(core.json(core.get(path, core.tony()))));
        return core.json(core.get(path, core.tony()));
    }

    private static boolean isOver(JsonNode lookback) {
        return List.of("done", "failed").contains(lookback.get("state").asString());
    }
}
