package hotleads.core.crm;

import hotleads.contracts.ZohoPerson;
import hotleads.contracts.ZohoStageChange;
import hotleads.contracts.ZohoTask;
import hotleads.core.sources.Observed;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Zoho's records as the text that is fingerprinted, sealed and opened again. */
@Component
class CrmContents {
    static final String PERSON = "person";
    static final String TASK = "task";
    static final String TIMELINE = "timeline";
    static final String GONE = "gone";

    private static final TypeReference<List<ZohoStageChange>> CHANGES = new TypeReference<>() {};

    private final JsonMapper json;

    CrmContents(JsonMapper json) {
        this.json = json;
    }

    String text(Object record) {
        return json.writeValueAsString(record);
    }

    ZohoPerson person(Observed observed) {
        return json.readValue(Objects.requireNonNull(observed.content()), ZohoPerson.class);
    }

    ZohoTask task(Observed observed) {
        return json.readValue(Objects.requireNonNull(observed.content()), ZohoTask.class);
    }

    List<ZohoStageChange> timeline(Observed observed) {
        return json.readValue(Objects.requireNonNull(observed.content()), CHANGES);
    }
}
