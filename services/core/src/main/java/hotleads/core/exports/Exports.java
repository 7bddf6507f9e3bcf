package hotleads.core.exports;

import hotleads.core.Ids;
import hotleads.core.exports.PersonExport.State;
import hotleads.core.time.TimeAhead;
import hotleads.core.time.TimesAhead;
import hotleads.core.vault.Vault;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Copies of records as stored. While one waits it lies sealed under a key made for it alone; with its end both go, so
 * that no backup of a later hour opens it. In real time, whatever day a demonstration lives on.
 */
@Component
class Exports implements TimesAhead {
    /** How long one waits to be fetched. */
    static final Duration KEPT = Duration.ofHours(24);

    /** A core that was killed says nothing more: another begins anew. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final String KEY_KIND = "export";

    private static final String COLUMNS = "id, person_id, account_id, state, cause, asked_at, ready_at, over_at, tries";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM person_export e ";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;

    Exports(JdbcClient jdbc, Vault vault, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    PersonExport ask(UUID person, UUID account) {
        PersonExport asked =
                new PersonExport(ids.next(), person, account, State.ASKED, null, clock.instant(), null, null, 0);
        jdbc.sql("INSERT INTO person_export (id, person_id, account_id, state, asked_at) VALUES (?, ?, ?, ?, ?)")
                .params(asked.id(), person, account, State.ASKED.word(), Timestamp.from(asked.askedAt()))
                .update();
        return asked;
    }

    /** Of the person, whoever asked, the newest first. */
    List<PersonExport> of(UUID person, int most) {
        return jdbc.sql(SELECT + """
                        WHERE person_id IN (SELECT id FROM person WHERE id = ? OR part_of = ?)
                        ORDER BY asked_at DESC, id DESC LIMIT ?
                        """)
                .params(person, person, most)
                .query((row, number) -> read(row))
                .list();
    }

    /** Those that nobody need wait for any more because the same account asks again. */
    List<PersonExport> openOf(UUID person, UUID account) {
        return jdbc.sql(SELECT + """
                        WHERE person_id = ? AND account_id = ?
                          AND state IN ('asked', 'making', 'ready') FOR UPDATE
                        """)
                .params(person, account)
                .query((row, number) -> read(row))
                .list();
    }

    /** Held until the transaction ends: of two who fetch it at once, one gets it. */
    Optional<PersonExport> hold(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = ? FOR UPDATE")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public List<TimeAhead> timesAhead() {
        return List.of(TimeAhead.lease("person_export", "leased_until", LEASE));
    }

    Optional<PersonExport> takeUp() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        UPDATE person_export SET state = 'making', leased_until = ?, tries = tries + 1
                        WHERE id = (SELECT id FROM person_export
                                    WHERE state = 'asked' OR (state = 'making' AND leased_until < ?)
                                    ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING
                        """ + COLUMNS)
                .params(Timestamp.from(now.plus(LEASE)), Timestamp.from(now))
                .query((row, number) -> read(row))
                .optional();
    }

    /** @return false when nobody wants it any more */
    boolean ready(PersonExport export, byte[] archive) {
        int still = jdbc.sql(
                        "UPDATE person_export SET state = 'ready', ready_at = ?, leased_until = NULL WHERE id = ? AND state = 'making'")
                .params(Timestamp.from(clock.instant()), export.id())
                .update();
        if (still == 0) {
            return false;
        }
        SealingKey key = vault.newKey(ids.next(), KEY_KIND);
        jdbc.sql("INSERT INTO person_export_archive (id, content, key_id) VALUES (?, ?, ?)")
                .params(export.id(), key.seal(archive, place(export.id())), key.id())
                .update();
        return true;
    }

    /** @return false when it ended otherwise meanwhile */
    boolean failed(UUID id, String cause) {
        return jdbc.sql("""
                                UPDATE person_export SET state = 'failed', cause = ?, over_at = ?, leased_until = NULL
                                WHERE id = ? AND state = 'making'
                                """).params(cause, Timestamp.from(clock.instant()), id).update() == 1;
    }

    byte[] open(UUID id) {
        return jdbc.sql("SELECT content, key_id FROM person_export_archive WHERE id = ?")
                .param(id)
                .query((row, number) ->
                        vault.key(row.getObject("key_id", UUID.class)).open(row.getBytes("content"), place(id)))
                .single();
    }

    /** What waited, and what alone opens it, are no more. */
    void end(UUID id, State as) {
        jdbc.sql("DELETE FROM person_export_archive WHERE id = ? RETURNING key_id")
                .param(id)
                .query((row, number) -> row.getObject("key_id", UUID.class))
                .list()
                .forEach(vault::destroy);
        jdbc.sql("UPDATE person_export SET state = ?, over_at = ?, leased_until = NULL WHERE id = ?")
                .params(as.word(), Timestamp.from(clock.instant()), id)
                .update();
    }

    /** Those nobody fetched in time, or whose person is no more, each held until the transaction ends. */
    List<PersonExport> late(int most) {
        return jdbc.sql(SELECT + """
                        WHERE state IN ('asked', 'making', 'ready')
                          AND (asked_at < ? OR NOT EXISTS (SELECT 1 FROM person p WHERE p.id = e.person_id))
                        ORDER BY asked_at LIMIT ? FOR UPDATE SKIP LOCKED
                        """)
                .params(Timestamp.from(clock.instant().minus(KEPT)), most)
                .query((row, number) -> read(row))
                .list();
    }

    private static Place place(UUID id) {
        return new Place("person_export_archive", "content", id);
    }

    private static PersonExport read(ResultSet row) throws SQLException {
        return new PersonExport(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getObject("account_id", UUID.class),
                State.of(row.getString("state")),
                row.getString("cause"),
                row.getTimestamp("asked_at").toInstant(),
                instant(row, "ready_at"),
                instant(row, "over_at"),
                row.getInt("tries"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
