package hotleads.core.erasures;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * All that is somebody's, by ids.
 *
 * @param persons the person and all parts of theirs
 * @param identities what providers know them as
 * @param bookings at Acuity
 * @param records leads and contacts at Zoho
 * @param tasks at Zoho, about those
 */
record Extent(
        List<UUID> persons,
        List<UUID> identities,
        List<UUID> keys,
        List<Long> bookings,
        List<Long> records,
        List<Long> tasks) {

    /** Of these; whatever of them is not there is nothing of anybody's. */
    static Extent of(List<UUID> persons, List<UUID> identities, JdbcClient jdbc) {
        Extent known = new Extent(persons, identities, List.of(), List.of(), List.of(), List.of());
        List<UUID> keys = known.in(jdbc.sql("""
                        SELECT key_id FROM identity WHERE id = ANY (:identities)
                        UNION SELECT key_id FROM person WHERE id = ANY (:persons)
                        """))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        List<Long> bookings =
                known.in(jdbc.sql("""
                        SELECT id FROM booking WHERE identity_id = ANY (:identities)
                        UNION SELECT record_id FROM observation o
                        WHERE o.source = 'acuity' AND o.identity_id = ANY (:identities)
                          AND NOT EXISTS (SELECT 1 FROM booking b WHERE b.id = o.record_id)
                        """)).query((row, number) -> row.getLong(1)).list();
        List<Long> records =
                known.in(jdbc.sql("""
                        SELECT id FROM crm_record WHERE identity_id = ANY (:identities)
                        UNION SELECT record_id FROM source_observation o
                        WHERE o.source = 'zoho' AND o.state = 'person' AND o.identity_id = ANY (:identities)
                          AND NOT EXISTS (SELECT 1 FROM crm_record r WHERE r.id = o.record_id)
                        """)).query((row, number) -> row.getLong(1)).list();
        List<Long> tasks = jdbc.sql("SELECT id FROM crm_task WHERE about = ANY (?)")
                .param(records.toArray(Long[]::new))
                .query((row, number) -> row.getLong(1))
                .list();
        return new Extent(persons, identities, keys, bookings, records, tasks);
    }

    /** A statement with all of it as its parameters. */
    StatementSpec in(StatementSpec statement) {
        return statement
                .param("persons", persons.toArray(UUID[]::new))
                .param("identities", identities.toArray(UUID[]::new))
                .param("keys", keys.toArray(UUID[]::new))
                .param("bookings", bookings.toArray(Long[]::new))
                .param("records", records.toArray(Long[]::new))
                .param("tasks", tasks.toArray(Long[]::new));
    }

    Extent {
        persons = List.copyOf(persons);
        identities = List.copyOf(identities);
        keys = List.copyOf(keys);
        bookings = List.copyOf(bookings);
        records = List.copyOf(records);
        tasks = List.copyOf(tasks);
    }
}
