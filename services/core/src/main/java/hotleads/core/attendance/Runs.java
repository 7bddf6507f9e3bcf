package hotleads.core.attendance;

import hotleads.core.Ids;
import hotleads.core.sources.Observed;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceObservations;
import hotleads.core.sources.SourceObservations.Answered;
import hotleads.core.sources.SourceRecords;
import hotleads.core.vault.Vault;
import hotleads.vault.SealingKey;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs as the provider answered them, sealed each under a key of its own, and beside them, derived, when they were: so
 * that those of an hour are found without opening all.
 */
@Component
public class Runs {
    private static final String THERE = "there";

    private final SourceObservations observations;
    private final SourceRecords records;
    private final ErasedSeats erased;
    private final Vault vault;
    private final Ids ids;
    private final JsonMapper json;
    private final JdbcClient jdbc;

    Runs(
            SourceObservations observations,
            SourceRecords records,
            ErasedSeats erased,
            Vault vault,
            Ids ids,
            JsonMapper json,
            JdbcClient jdbc) {
        this.observations = observations;
        this.records = records;
        this.erased = erased;
        this.vault = vault;
        this.ids = ids;
        this.json = json;
        this.jdbc = jdbc;
    }

    /**
     * A run as it is known now.
     *
     * @param seenUntil the last time the same was answered
     */
    record Kept(long id, RunSeen seen, Instant receivedAt, Instant seenUntil) {}

    public long nextTicket() {
        return observations.nextTicket();
    }

    /**
     * Takes in an answer, in the caller's transaction.
     *
     * @return whether it told something new
     */
    public boolean take(String uuid, RunSeen answered, long ticket, Instant receivedAt) {
        // Before any other lock: a rotation waits for all who hold the keys.
        var unused = vault.holdSearch();
        RunSeen seen = erased.without(uuid, answered);
        long id = records.idOf(Source.ZOOM, uuid);
        boolean news = observations.keep(
                new Answered(Source.ZOOM, id, ticket, receivedAt, THERE, json.writeValueAsString(seen)),
                null,
                keyOf(id));
        place(id, seen);
        return news;
    }

    /** Whether the same people were read so long after its end that they need not be again. */
    public boolean isSettled(String uuid, Instant closesAt, int people) {
        return jdbc.sql("""
                        SELECT EXISTS (
                          SELECT 1 FROM source_record r JOIN source_observation o ON o.source = r.source AND o.record_id = r.id
                          JOIN zoom_run z ON z.run_id = r.id
                          WHERE r.source = 'zoom' AND r.key = ? AND z.people = ? AND z.closes_at = ? AND o.seen_until >= ?)
                        """)
                .params(uuid, people, Timestamp.from(closesAt), Timestamp.from(closesAt.plus(Settled.AFTER)))
                .query(Boolean.class)
                .single();
    }

    /** When a run was and how many were in it, without anybody. */
    public record Outline(Instant opensAt, Instant closesAt, int people) {}

    /** Those of one practitioner that began within these times, by the provider's name for each. */
    public Map<String, Outline> outlines(long calendar, Instant from, Instant to) {
        Map<String, Outline> outlines = new HashMap<>();
        jdbc.sql("""
                        SELECT r.key, z.opens_at, z.closes_at, z.people
                        FROM zoom_run z JOIN source_record r ON r.id = z.run_id
                        WHERE z.calendar_id = ? AND z.opens_at BETWEEN ? AND ?
                        """).params(calendar, Timestamp.from(from), Timestamp.from(to)).query(row -> {
            outlines.put(
                    row.getString("key"),
                    new Outline(
                            row.getTimestamp("opens_at").toInstant(),
                            row.getTimestamp("closes_at").toInstant(),
                            row.getInt("people")));
        });
        return outlines;
    }

    /** Those that touch a span, of all practitioners. */
    List<Kept> touching(Span span) {
        return jdbc
                .sql(
                        "SELECT run_id FROM zoom_run WHERE opens_at < ? AND closes_at > ? AND opens_at > ? ORDER BY opens_at, run_id")
                .params(
                        Timestamp.from(span.to()),
                        Timestamp.from(span.from()),
                        // No session lasts a day; without it every run there ever was would be looked at.
                        Timestamp.from(span.from().minusSeconds(86_400)))
                .query((row, number) -> row.getLong(1))
                .list()
                .stream()
                .flatMap(id -> latest(id).stream())
                .toList();
    }

    /** Writes its times anew from what was answered. */
    void placeAgain(long id) {
        latest(id).ifPresent(kept -> place(id, kept.seen));
    }

    /**
     * Leaves erased people out of what is kept of some runs after the mark, in the caller's transaction. What they were
     * in is sealed anew under another key, and the old one is destroyed.
     *
     * @return where to go on; nothing when these were the last
     */
    public Optional<Long> forgetErasedAfter(long mark) {
        List<Long> some = jdbc.sql("SELECT id FROM source_record WHERE source = 'zoom' AND id > ? ORDER BY id LIMIT 50")
                .param(mark)
                .query((row, number) -> row.getLong(1))
                .list();
        some.forEach(this::forgetErased);
        return some.size() < 50 ? Optional.empty() : Optional.of(some.getLast());
    }

    private void forgetErased(long id) {
        var keys = vault.holdSearch();
        String uuid = records.keyOf(id);
        List<Observed> held = observations.of(Source.ZOOM, id);
        if (held.stream().noneMatch(one -> isLeftOutOf(uuid, one))) {
            return;
        }
        UUID before = keyOf(id);
        SealingKey fresh = vault.newKey(ids.next(), "zoom-run");
        held.forEach(one -> observations.replace(
                one, json.writeValueAsString(erased.without(uuid, kept(id, one).seen)), fresh, keys));
        jdbc.sql("DELETE FROM sealing_key WHERE id = ?").param(before).update();
        vault.forget(List.of(before));
    }

    private boolean isLeftOutOf(String uuid, Observed one) {
        RunSeen seen = kept(one.recordId(), one).seen;
        return !erased.without(uuid, seen).equals(seen);
    }

    private Optional<Kept> latest(long id) {
        return observations.latest(Source.ZOOM, id).map(observed -> kept(id, observed));
    }

    private Kept kept(long id, Observed observed) {
        RunSeen seen = json.readValue(String.valueOf(observed.content()), RunSeen.class);
        return new Kept(id, seen, observed.receivedAt(), observed.seenUntil());
    }

    private void place(long id, RunSeen seen) {
        jdbc.sql("""
                        INSERT INTO zoom_run AS held (run_id, calendar_id, opens_at, closes_at, people) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (run_id) DO UPDATE SET calendar_id = excluded.calendar_id, opens_at = excluded.opens_at,
                          closes_at = excluded.closes_at, people = excluded.people
                        WHERE (held.calendar_id, held.opens_at, held.closes_at, held.people)
                          IS DISTINCT FROM (excluded.calendar_id, excluded.opens_at, excluded.closes_at, excluded.people)
                        """)
                .params(Arrays.asList(
                        id,
                        seen.calendarId(),
                        Timestamp.from(seen.opensAt()),
                        Timestamp.from(seen.closesAt()),
                        seen.people()))
                .update();
    }

    private UUID keyOf(long id) {
        @Nullable
        UUID known = jdbc.sql("SELECT key_id FROM source_observation WHERE source = 'zoom' AND record_id = ? LIMIT 1")
                .param(id)
                .query(UUID.class)
                .optional()
                .orElse(null);
        return known == null ? vault.newKey(ids.next(), "zoom-run").id() : known;
    }
}
