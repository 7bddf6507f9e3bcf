package hotleads.sync.zoho;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.SourceAccount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads what our permission opens: the plan and zone of the organisation, and which rights are missing. */
@Component
class ReadZohoAccount {
    private static final String SCOPE_MISSING = "scope-missing";
    private static final String ORG = "ZohoCRM.org.READ";

    /** A token is given whatever its rights: what is missing shows at the call (sheet §3). */
    private static final Map<String, String> NEEDED = needed();

    private final ZohoApi api;

    ReadZohoAccount(ZohoApi api) {
        this.api = api;
    }

    ProviderAnswer<SourceAccount> read(byte @Nullable [] account) {
        List<String> missing = new ArrayList<>();
        Answer org = api.get(account, "org", "/org", null);
        if (org instanceof Answer.Failed failed) {
            if (!failed.cause().equals(SCOPE_MISSING)) {
                return failed.told();
            }
            missing.add(ORG);
        }
        for (Map.Entry<String, String> one : NEEDED.entrySet()) {
            Answer answer = api.get(account, "rights", one.getValue(), null);
            if (answer instanceof Answer.Failed failed) {
                if (!failed.cause().equals(SCOPE_MISSING)) {
                    return failed.told();
                }
                missing.add(one.getKey());
            }
        }
        return ProviderAnswer.of(shown(org, missing));
    }

    private static SourceAccount shown(Answer org, List<String> missing) {
        JsonNode first =
                org instanceof Answer.Content(JsonNode json) ? json.path("org").path(0) : null;
        return first == null
                ? new SourceAccount(null, null, missing)
                : new SourceAccount(
                        new Fields(first.path("license_details")).text("paid_type"),
                        new Fields(first).text("time_zone"),
                        missing);
    }

    private static Map<String, String> needed() {
        Map<String, String> needed = new LinkedHashMap<>();
        needed.put("ZohoCRM.modules.leads.READ", "/Leads?fields=id&per_page=1");
        needed.put("ZohoCRM.modules.contacts.READ", "/Contacts?fields=id&per_page=1");
        needed.put("ZohoCRM.modules.tasks.READ", "/Tasks?fields=id&per_page=1");
        needed.put("ZohoCRM.modules.notes.READ", "/Notes?fields=id&per_page=1");
        return needed;
    }
}
