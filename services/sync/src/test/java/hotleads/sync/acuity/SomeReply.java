package hotleads.sync.acuity;

import hotleads.sync.http.Reply;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Answers without a network. */
final class SomeReply {
    private SomeReply() {}

    /** How a good answer with this content is classified. */
    static Answer of(String json) {
        HttpHeaders headers =
                HttpHeaders.of(Map.of("Content-Type", List.of("application/json")), (name, value) -> true);
        return Classify.reply(new Reply.Answered(200, headers, json.getBytes(StandardCharsets.UTF_8)), SomeReads.NOW);
    }
}
