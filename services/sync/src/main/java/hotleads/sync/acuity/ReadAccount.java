package hotleads.sync.acuity;

import hotleads.contracts.AcuityAccount;
import hotleads.contracts.ProviderAnswer;
import hotleads.sync.http.Deadline;
import hotleads.sync.values.PlainText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads whose account our credentials open, which is how they are tested. */
@Component
class ReadAccount {
    private final AcuityApi api;
    private final AcuityProperties properties;

    ReadAccount(AcuityApi api, AcuityProperties properties) {
        this.api = api;
        this.properties = properties;
    }

    ProviderAnswer<AcuityAccount> read() {
        Deadline deadline = Deadline.in(properties.total());
        return Answers.ofWhatIsAlwaysThere(api.get("/me", deadline), json -> account(new Fields(json), deadline));
    }

    private @Nullable AcuityAccount account(Fields me, Deadline deadline) {
        Long id = me.number("id");
        return id == null
                ? null
                : new AcuityAccount(
                        id, me.text("timezone"), me.text("plan"), me.flag("isHIPAA"), hookSenders(deadline));
    }

    /** They say something about the hooks and nothing about our credentials, so the test does not fail without them. */
    private @Nullable List<String> hookSenders(Deadline deadline) {
        return Answers.ofWhatIsAlwaysThere(api.get("/meta", deadline), ReadAccount::hookSenders)
                .content();
    }

    private static @Nullable List<String> hookSenders(JsonNode meta) {
        JsonNode hooks = meta.path("hooks");
        return hooks.isArray()
                ? hooks.valueStream()
                        .filter(JsonNode::isString)
                        .map(sender -> PlainText.of(sender.asString()))
                        .filter(Objects::nonNull)
                        .toList()
                : null;
    }
}
