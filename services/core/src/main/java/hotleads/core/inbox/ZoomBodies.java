package hotleads.core.inbox;

import hotleads.core.vault.PracticeVault;
import hotleads.core.vault.Vault;
import hotleads.vault.CannotOpen;
import hotleads.vault.Place;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Zoom's hooks name who joined, and what a meeting is called. We need neither: what is kept is which meeting, what
 * happened, when, and whether it was the host.
 */
@Component
public class ZoomBodies {
    /** Escaped, a half of a character that a hook spelled as an escape can be written again: UTF-8 has none for it. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final int AT_ONCE = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final PracticeVault practice;

    ZoomBodies(JdbcClient jdbc, Vault vault, PracticeVault practice) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.practice = practice;
    }

    static byte[] withoutPeople(byte[] body) {
        JsonNode hook = read(body);
        JsonNode object = hook.path("payload").path("object");
        ObjectNode lean = JSON.createObjectNode();
        lean.set("event", hook.path("event"));
        lean.set("event_ts", hook.path("event_ts"));
        ObjectNode meeting = lean.putObject("payload").putObject("object");
        List.of("uuid", "id", "host_id", "start_time", "end_time").forEach(name -> {
            if (object.has(name)) {
                meeting.set(name, object.get(name));
            }
        });
        JsonNode participant = object.path("participant");
        if (!participant.isMissingNode()) {
            String host = object.path("host_id").asString("");
            boolean isHost =
                    !host.isEmpty() && host.equals(participant.path("id").asString(""));
            meeting.putObject("participant").put("id", isHost ? host : "");
        }
        return JSON.writeValueAsBytes(lean);
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JacksonException noJson) {
            return JSON.createObjectNode();
        }
    }

    /**
     * Those that earlier builds kept whole, some after the mark, in the caller's transaction.
     *
     * @return where to go on; nothing when these were the last
     */
    public Optional<UUID> forgetPeopleAfter(@Nullable UUID mark) {
        List<Kept> some = jdbc.sql("""
                        SELECT id, body, key_id FROM inbox_delivery WHERE provider = 'zoom' AND id > ? ORDER BY id LIMIT ?
                        """)
                .params(mark == null ? FIRST : mark, AT_ONCE)
                .query((row, number) -> new Kept(
                        row.getObject("id", UUID.class), row.getBytes("body"), row.getObject("key_id", UUID.class)))
                .list();
        some.forEach(this::forget);
        return some.size() < AT_ONCE ? Optional.empty() : Optional.of(some.getLast().id);
    }

    private void forget(Kept kept) {
        try {
            byte[] body = vault.key(kept.keyId).open(kept.body, place(kept.id));
            byte[] lean = withoutPeople(body);
            if (!Arrays.equals(body, lean)) {
                var key = practice.key();
                jdbc.sql("UPDATE inbox_delivery SET body = ?, key_id = ? WHERE id = ?")
                        .params(key.seal(lean, place(kept.id)), key.id(), kept.id)
                        .update();
            }
        } catch (CannotOpen altered) {
            // Nobody can read it either.
        }
    }

    private static Place place(UUID id) {
        return new Place("inbox_delivery", "body", id);
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Kept(UUID id, byte[] body, UUID keyId) {}
}
