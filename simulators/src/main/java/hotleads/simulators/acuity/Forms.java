package hotleads.simulators.acuity;

import hotleads.simulators.storage.Json;
import tools.jackson.databind.node.ArrayNode;

/** The one intake form of the practice. */
final class Forms {

    static final long INTAKE_ID = 2_140_001;
    static final long QUESTION_ID = 11_870_007;

    private Forms() {}

    static ArrayNode all() {
        var forms = Json.MAPPER.createArrayNode();
        var intake = forms.addObject()
                .put("id", INTAKE_ID)
                .put("name", "Intake")
                .put("description", "")
                .put("hidden", false);
        intake.putArray("appointmentTypeIDs");
        intake.putArray("fields")
                .addObject()
                .put("id", QUESTION_ID)
                .put("name", "What brings you here?")
                .put("required", false)
                .put("type", "textbox");
        return forms;
    }
}
