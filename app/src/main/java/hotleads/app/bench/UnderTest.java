package hotleads.app.bench;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * The running programs, as a benchmark needs them.
 *
 * @param publicHost the name and port people open
 * @param tls trusts the gateway's certificate
 * @param hookKey what Acuity signs with
 * @param programs the process ids of our five programs
 * @param postgres that of the database
 * @param database opens connections with core's rights
 */
public record UnderTest(
        InetSocketAddress gateway,
        String publicHost,
        SSLContext tls,
        String hookKey,
        List<Long> programs,
        long postgres,
        Connections database) {
    /** One more through the front door. */
    GatewayConnection connection() {
        return new GatewayConnection(tls.getSocketFactory(), gateway, null);
    }

    /** One more from that address of this machine, for the gateway counts by address. */
    GatewayConnection connectionFrom(InetAddress from) {
        return new GatewayConnection(tls.getSocketFactory(), gateway, from);
    }

    /** Opens one more. */
    @FunctionalInterface
    public interface Connections {
        Connection open() throws SQLException;
    }
}
