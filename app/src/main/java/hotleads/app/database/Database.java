package hotleads.app.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Where the database is, as JDBC says it. */
public record Database(String url) {
    private static final String CONNECT_SECONDS = "5";

    public static Database onLoopback(int port, String name) {
        return new Database("jdbc:postgresql://127.0.0.1:" + port + "/" + name);
    }

    /** A connection as one role; passwords go in properties, for a URL ends up in messages. */
    public Connection connect(String role, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        // Otherwise the driver's exceptions could quote values of people.
        properties.setProperty("logServerErrorDetail", "false");
        return DriverManager.getConnection(url, properties);
    }
}
