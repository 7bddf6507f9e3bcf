package hotleads.core.live;

import hotleads.core.RunUntilShutdown;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;

/** Hears what any core announces, on a connection of its own. */
@Component
class HearChanges extends RunUntilShutdown {
    private static final int WAIT_MILLIS = 10_000;

    private final DataSource dataSource;
    private final LiveVersion version;

    HearChanges(DataSource dataSource, LiveVersion version) {
        super("hear-changes");
        this.dataSource = dataSource;
        this.version = version;
    }

    @Override
    protected void round() throws InterruptedException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + AnnounceChanges.CHANNEL);
            catchUp(statement);
            PGConnection listener = connection.unwrap(PGConnection.class);
            while (isRunning()) {
                PGNotification[] heard = listener.getNotifications(WAIT_MILLIS);
                for (PGNotification notification : heard == null ? new PGNotification[0] : heard) {
                    version.raise(Long.parseLong(notification.getParameter()));
                }
            }
        } catch (SQLException away) {
            throw new CannotGetJdbcConnectionException("The connection that hears changes is gone", away);
        }
    }

    /** Whatever was announced while nobody listened here. */
    private void catchUp(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("SELECT version FROM live_version")) {
            row.next();
            version.raise(row.getLong(1));
        }
    }
}
