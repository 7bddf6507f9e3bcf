package hotleads.core.zoom;

import hotleads.core.RunUntilShutdown;
import hotleads.core.attendance.DeriveAttendance;
import hotleads.core.attendance.HookTold;
import hotleads.core.attendance.Witnesses;
import hotleads.core.connections.Schedules;
import hotleads.core.leads.Evaluations;
import hotleads.core.time.PracticeClock;
import hotleads.core.vault.Vault;
import hotleads.vault.CannotOpen;
import hotleads.vault.Place;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes from Zoom's hooks what kind each is and when: a hint to look again, and a witness of its own of who came. What
 * counts is fetched all the same.
 */
@Component
class HearHooks extends RunUntilShutdown {
    private static final Duration PACE = Duration.ofSeconds(2);
    private static final Duration BACK = Duration.ofDays(3);
    private static final int AT_ONCE = 200;
    /** What Zoom names runs by is base64; of anything else a NUL could stop every hook behind it. */
    private static final Pattern RUN = Pattern.compile("[!-~]{1,100}");

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Witnesses witnesses;
    private final DeriveAttendance derive;
    private final Evaluations evaluations;
    private final Looks looks;
    private final Schedules schedules;
    private final JsonMapper json;
    private final PracticeClock clock;
    private final TransactionTemplate transaction;

    HearHooks(
            JdbcClient jdbc,
            Vault vault,
            Witnesses witnesses,
            DeriveAttendance derive,
            Evaluations evaluations,
            Looks looks,
            Schedules schedules,
            JsonMapper json,
            PracticeClock clock,
            TransactionTemplate transaction) {
        super("hear-zoom-hooks");
        this.jdbc = jdbc;
        this.vault = vault;
        this.witnesses = witnesses;
        this.derive = derive;
        this.evaluations = evaluations;
        this.looks = looks;
        this.schedules = schedules;
        this.json = json;
        this.clock = clock;
        this.transaction = transaction;
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Waiting(UUID id, Instant receivedAt, byte[] body, UUID keyId) {}

    @Override
    protected void round() throws InterruptedException {
        List<Waiting> waiting = waiting();
        int ended = 0;
        for (Waiting one : waiting) {
            ended += Boolean.TRUE.equals(transaction.execute(status -> hear(one))) ? 1 : 0;
        }
        if (ended > 0) {
            schedules.runNow(ZoomSchedule.TASK);
        }
        if (waiting.size() < AT_ONCE) {
            Thread.sleep(PACE);
        }
    }

    private List<Waiting> waiting() {
        return jdbc.sql("""
                        SELECT d.id, d.received_at, d.body, d.key_id FROM inbox_delivery d
                        WHERE d.provider = 'zoom' AND d.received_at > ?
                          AND NOT EXISTS (SELECT 1 FROM zoom_hook h WHERE h.delivery_id = d.id)
                        ORDER BY d.received_at LIMIT ?
                        """)
                .params(Timestamp.from(clock.instant().minus(BACK)), AT_ONCE)
                .query((row, number) -> new Waiting(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("received_at").toInstant(),
                        row.getBytes("body"),
                        row.getObject("key_id", UUID.class)))
                .list();
    }

    /** @return whether a run ended by it, so that it is worth looking */
    private boolean hear(Waiting one) {
        try {
            byte[] body = vault.key(one.keyId).open(one.body, new Place("inbox_delivery", "body", one.id));
            return hear(one, json.readTree(new String(body, StandardCharsets.UTF_8)));
        } catch (CannotOpen | JacksonException unreadable) {
            // One that cannot be read holds up no other, and is not looked at again.
            witnesses.nothing(one.id, one.receivedAt);
            return false;
        }
    }

    private boolean hear(Waiting one, JsonNode hook) {
        JsonNode object = hook.path("payload").path("object");
        String uuid = object.path("uuid").asString("");
        Optional<HookTold> told = HookTold.of(hook.path("event").asString(""));
        if (told.isEmpty() || !RUN.matcher(uuid).matches()) {
            witnesses.nothing(one.id, one.receivedAt);
            return false;
        }
        JsonNode participant = object.path("participant");
        String host = object.path("host_id").asString("");
        boolean byHost = !host.isEmpty() && host.equals(participant.path("id").asString(""));
        Instant at = Instant.ofEpochMilli(Math.clamp(hook.path("event_ts").asLong(0), 0, 253_370_764_800_000L));
        witnesses.told(one.id, uuid, told.get(), byHost, at);
        evaluations.evaluate(derive.around(at, at));
        boolean ended = told.get() == HookTold.ENDED;
        return ended && looks.hint(at, clock.instant()) >= 0;
    }
}
