package hotleads.app.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The limit: the rows of the list's first page over one connection, each of them read and none opened. */
final class ListQuery implements Act, AutoCloseable {
    // As core asks: a row more than the page, to know whether there is another page.
    private static final String PAGE = """
        SELECT p.facts_version AS person_version, i.id AS identity_id, i.key_id AS identity_key, i.name,
               l.person_id, l.score_tenths, l.band, l.evaluation, l.key_id, l.waiting_since, l.last_contact_at, l.calendar_id,
               l.owner_id, l.snoozed_until, l.last_outcome_at, l.call_back_at, l.hot_since, l.next_change_at
        FROM core.lead l JOIN core.person p ON p.id = l.person_id JOIN core.identity i ON i.id = p.shown_as
        WHERE l.placement = 'listed'
        ORDER BY l.score_tenths DESC, l.waiting_since, l.person_id LIMIT 51
        """;

    private final Connection connection;
    private final PreparedStatement page;

    ListQuery(Connection connection) throws SQLException {
        this.connection = connection;
        this.page = connection.prepareStatement(PAGE);
    }

    @Override
    public void once() throws SQLException {
        try (ResultSet rows = page.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
