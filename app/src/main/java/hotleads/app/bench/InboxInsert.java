package hotleads.app.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** The limit: one inbox row, one commit, over one connection, with nothing of ours in between. */
final class InboxInsert implements Act, AutoCloseable {
    /** Marks its rows, so that they are not taken for hooks. */
    static final String PROVIDER = "limit";

    private static final String INSERT = """
        INSERT INTO core.inbox_delivery (id, provider, received_at, action, record_id, request_id, body, key_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """;
    /** As long as a sealed delivery. */
    private static final int BODY_BYTES = 110;

    private static final OffsetDateTime RECEIVED = OffsetDateTime.of(2026, 11, 23, 9, 0, 0, 0, ZoneOffset.UTC);

    private final Connection connection;
    private final PreparedStatement insert;
    private final AtomicLong order;
    private final UUID key;
    private final byte[] body = new byte[BODY_BYTES];
    private long next;

    /**
     * @param order shared by all connections
     * @param first the first of the record ids it writes
     */
    InboxInsert(Connection connection, AtomicLong order, long first) throws SQLException {
        this.connection = connection;
        this.order = order;
        this.key = anyKey(connection);
        this.insert = connection.prepareStatement(INSERT);
        this.next = first;
        ThreadLocalRandom.current().nextBytes(body);
    }

    private static UUID anyKey(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet keys = statement.executeQuery("SELECT id FROM core.sealing_key LIMIT 1")) {
            keys.next();
            return keys.getObject(1, UUID.class);
        }
    }

    @Override
    public void once() throws SQLException {
        // In order like the ids of webhooks, so that the index stays as dense.
        UUID id = new UUID(
                order.incrementAndGet() << 16 | 0x7000L,
                ThreadLocalRandom.current().nextLong());
        insert.setObject(1, id);
        insert.setString(2, PROVIDER);
        insert.setObject(3, RECEIVED);
        insert.setString(4, "changed");
        insert.setLong(5, next++);
        insert.setString(6, id.toString());
        insert.setBytes(7, body);
        insert.setObject(8, key);
        insert.executeUpdate();
    }

    /** Makes its session's counters seen at once, instead of when it has been idle for a while. */
    void publishCounters() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_stat_force_next_flush()");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
