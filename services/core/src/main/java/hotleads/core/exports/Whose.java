package hotleads.core.exports;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ids by which a person's rows are found.
 *
 * @param people the person, and those who were made one with them
 * @param bookings at Acuity
 * @param records at Zoho
 * @param runs meetings at Zoom in which they may have been seen
 * @param events at Google, of their sessions
 * @param deliveries that told of their bookings or meetings
 */
record Whose(
        UUID person,
        UUID[] people,
        UUID[] identities,
        Long[] bookings,
        Long[] records,
        Long[] runs,
        Long[] events,
        UUID[] deliveries) {

    static Whose of(UUID person, JdbcClient jdbc) {
        UUID[] people = ids(jdbc, "SELECT id FROM person WHERE id = :person OR part_of = :person", "person", person);
        UUID[] identities = ids(jdbc, "SELECT id FROM identity WHERE person_id = ANY (:people)", "people", people);
        Long[] bookings = numbers(jdbc, "SELECT id FROM booking WHERE person_id = ANY (:people)", "people", people);
        Long[] runs = numbers(
                jdbc,
                "SELECT DISTINCT unnest(runs) FROM attendance WHERE booking_id = ANY (:bookings)",
                "bookings",
                bookings);
        return new Whose(
                person,
                people,
                identities,
                bookings,
                numbers(jdbc, "SELECT id FROM crm_record WHERE person_id = ANY (:people)", "people", people),
                runs,
                numbers(
                        jdbc,
                        "SELECT record_id FROM google_event WHERE booking_id = ANY (:bookings)",
                        "bookings",
                        bookings),
                deliveries(jdbc, bookings, runs));
    }

    private static UUID[] deliveries(JdbcClient jdbc, Long[] bookings, Long[] runs) {
        return jdbc.sql("""
                        SELECT id FROM inbox_delivery WHERE provider = 'acuity' AND record_id = ANY (:bookings)
                        UNION SELECT delivery_id FROM zoom_hook WHERE run_id = ANY (:runs)
                        """)
                .param("bookings", bookings)
                .param("runs", runs)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list()
                .toArray(UUID[]::new);
    }

    private static UUID[] ids(JdbcClient jdbc, String sql, String name, Object value) {
        return jdbc.sql(sql)
                .param(name, value)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list()
                .toArray(UUID[]::new);
    }

    private static Long[] numbers(JdbcClient jdbc, String sql, String name, Object value) {
        return jdbc.sql(sql)
                .param(name, value)
                .query((row, number) -> row.getLong(1))
                .list()
                .toArray(Long[]::new);
    }

    /** Of all their things, as statements know them. */
    Map<String, Object> parameters() {
        return Map.of(
                "people", people,
                "identities", identities,
                "bookings", bookings,
                "records", records,
                "runs", runs,
                "events", events,
                "deliveries", deliveries,
                "peopleTexts", texts(people),
                "deliveryTexts", texts(deliveries));
    }

    private static String[] texts(UUID[] ids) {
        return List.of(ids).stream().map(UUID::toString).toArray(String[]::new);
    }
}
