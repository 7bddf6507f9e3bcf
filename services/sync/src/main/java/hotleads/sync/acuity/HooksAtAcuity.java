package hotleads.sync.acuity;

import hotleads.contracts.AcuityHook;
import hotleads.contracts.HookRemoval;
import hotleads.contracts.NewAcuityHook;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.sync.http.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The hooks made over the API: listed, made and removed. Making one twice makes two, so core lists first. */
@Component
class HooksAtAcuity {
    private static final String PATH = "/webhooks";

    private final AcuityApi api;
    private final AcuityProperties properties;

    HooksAtAcuity(AcuityApi api, AcuityProperties properties) {
        this.api = api;
        this.properties = properties;
    }

    ProviderAnswer<List<AcuityHook>> list() {
        return Answers.ofWhatIsAlwaysThere(api.get(PATH, deadline()), HooksAtAcuity::hooks);
    }

    ProviderAnswer<AcuityHook> make(NewAcuityHook wanted) {
        return Answers.ofWhatIsAlwaysThere(
                api.post(
                        PATH,
                        Map.of(
                                "event",
                                wanted.event(),
                                "target",
                                wanted.target().toString()),
                        deadline()),
                HooksAtAcuity::hook);
    }

    /** One that is gone already is as good as removed. */
    ProviderAnswer<Boolean> remove(HookRemoval removal) {
        ProviderAnswer<Boolean> answer = Answers.of(api.delete(PATH + "/" + removal.id(), deadline()), json -> true);
        return answer.outcome() == ProviderOutcome.GONE ? ProviderAnswer.of(true) : answer;
    }

    private Deadline deadline() {
        return Deadline.in(properties.total());
    }

    /** A list with a hook we cannot read is no list: compared with it, we would make that hook again. */
    private static @Nullable List<AcuityHook> hooks(JsonNode list) {
        List<AcuityHook> hooks = new ArrayList<>();
        for (JsonNode json : list) {
            AcuityHook hook = hook(json);
            if (hook == null) {
                return null;
            }
            hooks.add(hook);
        }
        return list.isArray() ? List.copyOf(hooks) : null;
    }

    private static @Nullable AcuityHook hook(JsonNode json) {
        Fields fields = new Fields(json);
        Long id = fields.number("id");
        String event = fields.text("event");
        String target = fields.text("target");
        return id == null || event == null || target == null
                ? null
                : new AcuityHook(id, event, target, "active".equals(fields.text("status")));
    }
}
