package hotleads.core.inbox;

import hotleads.contracts.Delivery;
import hotleads.core.time.PracticeClock;
import hotleads.core.vault.PracticeVault;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Deliveries as they came. A batch is one statement and so one commit: either all of it is there, or none. */
@Component
class Inbox {
    /*
     * A delivery that is there already is left alone and asks for nothing again: webhooks repeats a batch whose answer it lost.
     * Of two copies at the same moment each may ask; that is one read too many and nothing else.
     * The orders are raised in order of their ids, so that two batches never wait for each other; before the rows, so that each
     * row can tell which order it raised.
     */
    private static final String APPEND = """
            WITH arrived AS (
              SELECT * FROM unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::text[], ?::bigint[], ?::boolean[], ?::text[], ?::bytea[])
                AS t (id, provider, received_at, action, record_id, look, request_id, body)
            ), fresh AS (
              SELECT id, provider, received_at, action, record_id, look, request_id, body
              FROM arrived WHERE (SELECT known.id FROM inbox_delivery known WHERE known.id = arrived.id) IS NULL
            ), orders AS (
              INSERT INTO look_again (appointment, asked, next_try_at)
              SELECT record_id, count(*), ? FROM fresh WHERE look GROUP BY record_id ORDER BY record_id
              ON CONFLICT (appointment) DO UPDATE
                SET asked = look_again.asked + EXCLUDED.asked, next_try_at = least(look_again.next_try_at, EXCLUDED.next_try_at)
              RETURNING appointment, asked
            ), stored AS (
              INSERT INTO inbox_delivery (id, provider, received_at, action, record_id, request_id, body, key_id, asked)
              SELECT f.id, f.provider, f.received_at, f.action, f.record_id, f.request_id, f.body, ?,
                     o.asked - count(*) OVER (PARTITION BY f.record_id, f.look)
                       + row_number() OVER (PARTITION BY f.record_id, f.look ORDER BY f.id)
              FROM fresh f LEFT JOIN orders o ON f.look AND o.appointment = f.record_id
              ON CONFLICT (id) DO NOTHING
              RETURNING id, provider, action, record_id, request_id
            )
            INSERT INTO audit_entry (id, at, actor_kind, actor, act, subject_kind, subject, outcome, count, request_id)
            SELECT id, ?, 'service', 'webhooks', 'hook.received', provider || '.' || action, record_id::text, 'done', 1, request_id
            FROM stored
            """;

    /** Acuity's ids are positive integers; a longer run of digits is none. */
    private static final Pattern RECORD_ID = Pattern.compile("[0-9]{1,18}");

    private static final String ACUITY = "acuity";
    private static final String ZOOM = "zoom";

    private final JdbcTemplate jdbc;
    private final PracticeVault practice;
    private final PracticeClock practiceClock;
    private final Clock clock;
    private final WakeUp wakeUp;

    Inbox(JdbcTemplate jdbc, PracticeVault practice, PracticeClock practiceClock, Clock clock, WakeUp wakeUp) {
        this.jdbc = jdbc;
        this.practice = practice;
        this.practiceClock = practiceClock;
        this.clock = clock;
        this.wakeUp = wakeUp;
    }

    void append(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        SealingKey key = practice.key();
        jdbc.update(connection -> statement(connection, deliveries, key));
        wakeUp.now();
    }

    private PreparedStatement statement(Connection connection, List<Delivery> deliveries, SealingKey key)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(APPEND);
        statement.setArray(1, array(connection, "uuid", deliveries, Delivery::id));
        statement.setArray(2, array(connection, "text", deliveries, Delivery::provider));
        statement.setArray(
                3, array(connection, "timestamptz", deliveries, delivery -> practiceClock.at(delivery.receivedAt())));
        statement.setArray(
                4,
                array(
                        connection,
                        "text",
                        deliveries,
                        delivery -> HookAction.of(delivery.action()).word()));
        statement.setArray(5, array(connection, "bigint", deliveries, delivery -> recordId(delivery.recordId())));
        statement.setArray(6, array(connection, "boolean", deliveries, Inbox::asksToLook));
        statement.setArray(7, array(connection, "text", deliveries, Delivery::requestId));
        statement.setArray(
                8,
                connection.createArrayOf(
                        "bytea",
                        deliveries.stream()
                                .map(delivery -> sealed(delivery, key))
                                .toArray(byte[][]::new)));
        statement.setTimestamp(9, Timestamp.from(clock.instant()));
        statement.setObject(10, key.id());
        statement.setTimestamp(11, Timestamp.from(clock.instant()));
        return statement;
    }

    private static java.sql.Array array(
            Connection connection, String type, List<Delivery> deliveries, Function<Delivery, @Nullable Object> value)
            throws SQLException {
        // As text: the driver has no array encoding for ids and instants.
        return connection.createArrayOf(
                type,
                deliveries.stream()
                        .map(value)
                        .map(element -> element == null ? null : element.toString())
                        .toArray());
    }

    private static boolean asksToLook(Delivery delivery) {
        return delivery.provider().equals(ACUITY)
                && recordId(delivery.recordId()) != null
                && HookAction.of(delivery.action()).namesAnAppointment();
    }

    private static @Nullable Long recordId(@Nullable String text) {
        return text != null && RECORD_ID.matcher(text).matches() ? Long.valueOf(text) : null;
    }

    private static byte[] sealed(Delivery delivery, SealingKey key) {
        byte[] body = Base64.getDecoder().decode(delivery.body());
        return key.seal(delivery.provider().equals(ZOOM) ? ZoomBodies.withoutPeople(body) : body, place(delivery.id()));
    }

    private static Place place(UUID id) {
        return new Place("inbox_delivery", "body", id);
    }
}
