package hotleads.core.leads;

import hotleads.core.leads.LeadFilter.View;
import hotleads.core.leads.PracticeDay.Today;
import hotleads.core.leads.rules.Evaluation;
import hotleads.core.leads.rules.Placement;
import hotleads.core.leads.rules.Reason;
import hotleads.core.leads.rules.Sentence;
import hotleads.core.vault.ReportUnopened;
import hotleads.core.vault.Vault;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import hotleads.vault.Unopened;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The stored list: a row a person, its words sealed, its order plain. */
@Component
class Leads {
    private static final String COLUMNS = """
            l.person_id, l.score_tenths, l.band, l.evaluation, l.key_id, l.waiting_since, l.last_contact_at, l.calendar_id,
            l.owner_id, l.snoozed_until, l.last_outcome_at, l.call_back_at, l.hot_since, l.next_change_at
            """;
    private static final String SELECT =
            """
            SELECT p.facts_version AS person_version, i.id AS identity_id, i.key_id AS identity_key, i.name,
            """ + COLUMNS + "FROM %s l JOIN person p ON p.id = l.person_id JOIN identity i ON i.id = p.shown_as ";
    private static final String EVERYONE = SELECT.formatted("lead");

    private static final String WRITE = """
            INSERT INTO lead (person_id, placement, score_tenths, band, waiting_since, last_contact_at, calendar_id,
                              evaluation, key_id, facts_version, evaluated_at, next_change_at, rules, owner_id,
                              practitioner_id, snoozed, snoozed_until, last_outcome_at, call_back_at, scoring_version,
                              hot_since)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (person_id) DO UPDATE SET
              placement = EXCLUDED.placement, score_tenths = EXCLUDED.score_tenths, band = EXCLUDED.band,
              waiting_since = EXCLUDED.waiting_since, last_contact_at = EXCLUDED.last_contact_at,
              calendar_id = EXCLUDED.calendar_id, evaluation = EXCLUDED.evaluation, key_id = EXCLUDED.key_id,
              facts_version = EXCLUDED.facts_version, evaluated_at = EXCLUDED.evaluated_at,
              next_change_at = EXCLUDED.next_change_at, rules = EXCLUDED.rules, owner_id = EXCLUDED.owner_id,
              practitioner_id = EXCLUDED.practitioner_id,
              snoozed = EXCLUDED.snoozed, snoozed_until = EXCLUDED.snoozed_until,
              last_outcome_at = EXCLUDED.last_outcome_at, call_back_at = EXCLUDED.call_back_at,
              scoring_version = EXCLUDED.scoring_version, hot_since = EXCLUDED.hot_since
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Vault vault;
    private final ReportUnopened report;
    private final JsonMapper json;

    Leads(JdbcClient jdbc, JdbcTemplate batches, Vault vault, ReportUnopened report, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.vault = vault;
        this.report = report;
        this.json = json;
    }

    /** One row, opened. */
    record Row(
            UUID personId,
            String name,
            int scoreTenths,
            @Nullable String band,
            StoredEvaluation evaluation,
            @Nullable Instant waitingSince,
            @Nullable Instant lastContactAt,
            @Nullable Long calendarId,
            @Nullable UUID ownerId,
            @Nullable Instant snoozedUntil,
            @Nullable Instant lastOutcomeAt,
            @Nullable Instant callBackAt,
            @Nullable Instant nextChangeAt,
            long factsVersion) {}

    /**
     * Where a page begins: after this place, each view by its own time.
     *
     * @param time of waiting, waking or the last outcome; null where a snooze has no end
     */
    record Cursor(int scoreTenths, @Nullable Instant time, UUID personId) {
        static Cursor at(Sealed row, View view) {
            return new Cursor(
                    row.scoreTenths,
                    switch (view) {
                        case LISTED -> row.waitingSince;
                        case NEW_HOT -> row.hotSince;
                        case SNOOZED -> row.snoozedUntil;
                        case DONE_TODAY -> row.lastOutcomeAt;
                        case CALL_BACKS, CALL_BACKS_DUE -> row.callBackAt;
                    },
                    row.personId);
        }
    }

    /**
     * A page.
     *
     * @param rows without those that do not open
     * @param end the place of the last one, if more come after it
     */
    record Found(List<Row> rows, @Nullable Cursor end) {}

    /** A page in the view's order; the same inputs give the same page. */
    Found page(LeadFilter filter, Today today, @Nullable Cursor after, int size, Unopened unopened) {
        Map<String, Object> values = values(filter, today);
        if (after != null) {
            values.put("score", after.scoreTenths);
            values.put("time", timestamp(after.time));
            values.put("person", after.personId);
        }
        // A number, and no parameter: PostgreSQL would think of any number, and plan anew for each page.
        String order = order(filter.view()) + ", l.person_id LIMIT " + (size + 1);
        // One walk of the index each: a condition with OR would walk all the pages before again.
        String walks = beyond(filter.view(), after).stream()
                .map(beyond -> "(SELECT " + COLUMNS + "FROM lead l WHERE " + filter.where() + beyond + " ORDER BY "
                        + order + ")")
                .collect(Collectors.joining(" UNION ALL ", "(", ")"));
        List<Sealed> rows = jdbc.sql(SELECT.formatted(walks) + "ORDER BY " + order)
                .params(values)
                .query((row, number) -> Sealed.read(row))
                .list();
        return new Found(
                open(rows.stream().limit(size).toList(), unopened),
                rows.size() > size ? Cursor.at(rows.get(size - 1), filter.view()) : null);
    }

    private static Map<String, Object> values(LeadFilter filter, Today today) {
        Map<String, Object> values = filter.values();
        values.put("today", Timestamp.from(today.began()));
        values.put("morning", Timestamp.from(today.lastMorning()));
        values.put("now", Timestamp.from(today.now()));
        values.put("tomorrow", Timestamp.from(today.ends()));
        return values;
    }

    private static String order(View view) {
        return switch (view) {
            case LISTED -> "l.score_tenths DESC, l.waiting_since";
            case NEW_HOT -> "l.hot_since DESC";
            case SNOOZED -> "l.snoozed_until";
            case DONE_TODAY -> "l.last_outcome_at DESC";
            case CALL_BACKS, CALL_BACKS_DUE -> "l.call_back_at";
        };
    }

    /** Where the next page lies, in as many pieces as an index needs to begin right there. */
    private static List<String> beyond(View view, @Nullable Cursor after) {
        if (after == null) {
            return List.of("");
        }
        return switch (view) {
            case LISTED ->
                List.of(
                        " AND l.score_tenths = :score AND (l.waiting_since, l.person_id) > (:time, :person)",
                        " AND l.score_tenths < :score");
            case SNOOZED ->
                after.time == null
                        ? List.of(" AND l.snoozed_until IS NULL AND l.person_id > :person")
                        : List.of(
                                " AND (l.snoozed_until, l.person_id) > (:time, :person)",
                                " AND l.snoozed_until IS NULL");
            case NEW_HOT -> List.of(" AND l.hot_since = :time AND l.person_id > :person", " AND l.hot_since < :time");
            case DONE_TODAY ->
                List.of(" AND l.last_outcome_at = :time AND l.person_id > :person", " AND l.last_outcome_at < :time");
            case CALL_BACKS, CALL_BACKS_DUE -> List.of(" AND (l.call_back_at, l.person_id) > (:time, :person)");
        };
    }

    /** How many there are, counted no further than the limit: nobody reads a thousand names to know there are many. */
    int count(LeadFilter filter, Today today, int limit) {
        return jdbc.sql("SELECT count(*) FROM (SELECT 1 FROM lead l WHERE " + filter.where() + " LIMIT " + limit
                        + ") AS counted")
                .params(values(filter, today))
                .query(Integer.class)
                .single();
    }

    /** Calls promised for one minute. */
    record CallBacks(int count, Instant at) {}

    /** The next promised calls of those the filter is about; none when nothing is promised. */
    Optional<CallBacks> nextCallBacks(LeadFilter filter, Today today) {
        String promised = filter.in(View.CALL_BACKS).where();
        // The first of them, and then that minute alone: grouped by minute, all that were ever promised would be read.
        return jdbc.sql("""
                        WITH soonest AS (SELECT date_trunc('minute', l.call_back_at) AS minute FROM lead l WHERE %s
                                         ORDER BY l.call_back_at LIMIT 1)
                        SELECT minute, count(*) FROM soonest JOIN lead l
                          ON l.call_back_at >= minute AND l.call_back_at < minute + interval '1 minute'
                        WHERE %s GROUP BY minute
                        """.formatted(promised, promised))
                .params(values(filter, today))
                .query((row, number) ->
                        new CallBacks(row.getInt(2), row.getTimestamp(1).toInstant()))
                .optional();
    }

    /** In the order asked for; whoever was never evaluated, or does not open, is left out. */
    List<Row> all(List<UUID> people, Unopened unopened) {
        Map<UUID, Row> found = open(
                        jdbc.sql(EVERYONE + "WHERE l.person_id = ANY (?)")
                                .param(people.toArray(UUID[]::new))
                                .query((row, number) -> Sealed.read(row))
                                .list(),
                        unopened)
                .stream()
                .collect(Collectors.toMap(Row::personId, Function.identity()));
        return people.stream().map(found::get).flatMap(Stream::ofNullable).toList();
    }

    /** @throws hotleads.vault.CannotOpen when what is stored of them does not open */
    Optional<Row> find(UUID person) {
        return jdbc.sql(EVERYONE + "WHERE l.person_id = ?")
                .param(person)
                .query((row, number) -> Sealed.read(row))
                .optional()
                .map(row -> open(row, vault.keys(List.of(row.keyId, row.identityKey))));
    }

    /**
     * What is stored of someone, sealed.
     *
     * @param hotSince null for whoever was not hot, and where it is not known
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Stored(
            byte[] evaluation, long factsVersion, @Nullable Instant hotSince) {}

    /**
     * What is stored of these people, held before anything is asked about them: what makes everyone due then either
     * comes first and is seen, or comes after and is not written over.
     */
    Map<UUID, Stored> hold(Collection<UUID> people) {
        // A version of before it was kept may have cooled somebody down and left the time there.
        return jdbc
                .sql("""
                        SELECT person_id, evaluation, facts_version,
                               CASE WHEN band = 'hot' THEN hot_since END AS hot_since
                        FROM lead
                        WHERE person_id = ANY (?) ORDER BY person_id FOR UPDATE
                        """)
                .param(people.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(
                        row.getObject("person_id", UUID.class),
                        new Stored(
                                row.getBytes("evaluation"),
                                row.getLong("facts_version"),
                                Sealed.instant(row, "hot_since"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What the rules said of someone, to be sealed under the person's key. */
    record Evaluated(UUID person, SealingKey key, Evaluation evaluation, Circumstances circumstances) {}

    /**
     * Writes what the rules said.
     *
     * @param before what is held of them; whoever is not in it is written anew
     * @param hotSince of those who are hot
     * @return whether anything a page shows is different now
     */
    boolean put(List<Evaluated> people, Map<UUID, Stored> before, Map<UUID, Instant> hotSince) {
        List<Object[]> changed = new ArrayList<>();
        List<Object[]> same = new ArrayList<>();
        Unopened unopened = new Unopened();
        for (Evaluated one : people) {
            byte[] words = json.writeValueAsBytes(StoredEvaluation.of(one.evaluation));
            Instant hot = hotSince.get(one.person);
            if (isSame(one, words, hot, before.get(one.person), unopened)) {
                same.add(new Object[] {
                    timestamp(one.evaluation.nextChangeAt()), one.evaluation.scoringVersion(), one.person
                });
            } else {
                changed.add(columns(one, words, hot));
            }
        }
        report.of(unopened);
        batches.batchUpdate(WRITE, changed);
        batches.batchUpdate("UPDATE lead SET next_change_at = ?, scoring_version = ? WHERE person_id = ?", same);
        return !changed.isEmpty();
    }

    /** What stands beside the reasons in a row. */
    record Circumstances(
            @Nullable Instant lastContactAt,
            @Nullable Long calendarId,
            @Nullable UUID owner,
            @Nullable UUID practitioner,
            @Nullable Instant lastOutcomeAt,
            @Nullable Instant callBackAt,
            long factsVersion,
            Instant now) {
        Circumstances {
            // Pages go on after a time that their marks tell in milliseconds.
            lastOutcomeAt = lastOutcomeAt == null ? null : lastOutcomeAt.truncatedTo(ChronoUnit.MILLIS);
            callBackAt = callBackAt == null ? null : callBackAt.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /** What does not open is written anew like anything else that differs: the rules need it for nothing. */
    private static boolean isSame(
            Evaluated one, byte[] words, @Nullable Instant hotSince, @Nullable Stored stored, Unopened unopened) {
        return stored != null
                && Objects.equals(stored.hotSince, hotSince)
                && stored.factsVersion == one.circumstances.factsVersion
                && unopened.open(() -> one.key.open(stored.evaluation, place(one.person)))
                        .filter(known -> Arrays.equals(known, words))
                        .isPresent();
    }

    /** In the order of {@link #WRITE}. */
    private static Object[] columns(Evaluated one, byte[] words, @Nullable Instant hotSince) {
        Evaluation evaluation = one.evaluation;
        Circumstances circumstances = one.circumstances;
        return Arrays.<@Nullable Object>asList(
                        one.person,
                        PlacementShown.word(evaluation.placement().state()),
                        evaluation.scoreTenths(),
                        evaluation.placement().state() == Placement.State.LISTED
                                ? evaluation.band().word()
                                : null,
                        timestamp(evaluation.waitingSince()),
                        timestamp(circumstances.lastContactAt),
                        circumstances.calendarId,
                        one.key.seal(words, place(one.person)),
                        one.key.id(),
                        circumstances.factsVersion,
                        Timestamp.from(circumstances.now),
                        timestamp(evaluation.nextChangeAt()),
                        rules(evaluation),
                        circumstances.owner,
                        circumstances.practitioner,
                        snooze(evaluation).isPresent(),
                        timestamp(snooze(evaluation).flatMap(Leads::until).orElse(null)),
                        timestamp(circumstances.lastOutcomeAt),
                        timestamp(circumstances.callBackAt),
                        evaluation.scoringVersion(),
                        timestamp(hotSince))
                .toArray();
    }

    /** Which rules speak, and nothing of what they say. */
    private static String[] rules(Evaluation evaluation) {
        return evaluation.reasons().stream()
                .filter(reason -> !reason.evidence().isEmpty())
                .map(Reason::rule)
                .distinct()
                .toArray(String[]::new);
    }

    private static Optional<Sentence> snooze(Evaluation evaluation) {
        return evaluation.placement().causes().stream()
                .filter(cause -> cause.key().equals(Placement.SNOOZED))
                .findFirst();
    }

    private static Optional<Instant> until(Sentence snooze) {
        return Optional.ofNullable((Instant) snooze.values().get("until"));
    }

    private List<Row> open(List<Sealed> rows, Unopened unopened) {
        Map<UUID, SealingKey> keys = vault.keys(
                rows.stream()
                        .flatMap(row -> Stream.of(row.keyId, row.identityKey))
                        .distinct()
                        .toList(),
                unopened);
        return rows.stream()
                .filter(row -> keys.containsKey(row.keyId) && keys.containsKey(row.identityKey))
                .flatMap(row -> unopened.open(() -> open(row, keys)).stream())
                .toList();
    }

    private Row open(Sealed row, Map<UUID, SealingKey> keys) {
        SealingKey own = Objects.requireNonNull(keys.get(row.keyId));
        SealingKey identity = Objects.requireNonNull(keys.get(row.identityKey));
        return new Row(
                row.personId,
                identity.openText(row.name, new Place("identity", "name", row.identityId)),
                row.scoreTenths,
                row.band,
                StoredEvaluation.read(own.open(row.evaluation, place(row.personId)), json),
                row.waitingSince,
                row.lastContactAt,
                row.calendarId,
                row.ownerId,
                row.snoozedUntil,
                row.lastOutcomeAt,
                row.callBackAt,
                row.nextChangeAt,
                row.factsVersion);
    }

    private static Place place(UUID person) {
        return new Place("lead", "evaluation", person);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private record Sealed(
            UUID personId,
            UUID identityId,
            UUID identityKey,
            byte[] name,
            int scoreTenths,
            @Nullable String band,
            byte[] evaluation,
            UUID keyId,
            @Nullable Instant waitingSince,
            @Nullable Instant lastContactAt,
            @Nullable Long calendarId,
            @Nullable UUID ownerId,
            @Nullable Instant snoozedUntil,
            @Nullable Instant lastOutcomeAt,
            @Nullable Instant callBackAt,
            @Nullable Instant hotSince,
            @Nullable Instant nextChangeAt,
            long factsVersion) {

        static Sealed read(ResultSet row) throws SQLException {
            return new Sealed(
                    row.getObject("person_id", UUID.class),
                    row.getObject("identity_id", UUID.class),
                    row.getObject("identity_key", UUID.class),
                    row.getBytes("name"),
                    row.getInt("score_tenths"),
                    row.getString("band"),
                    row.getBytes("evaluation"),
                    row.getObject("key_id", UUID.class),
                    instant(row, "waiting_since"),
                    instant(row, "last_contact_at"),
                    row.getObject("calendar_id", Long.class),
                    row.getObject("owner_id", UUID.class),
                    instant(row, "snoozed_until"),
                    instant(row, "last_outcome_at"),
                    instant(row, "call_back_at"),
                    instant(row, "hot_since"),
                    instant(row, "next_change_at"),
                    row.getLong("person_version"));
        }

        static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
            Timestamp value = row.getTimestamp(column);
            return value == null ? null : value.toInstant();
        }
    }
}
