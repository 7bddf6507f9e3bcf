package hotleads.database;

import java.io.IOException;
import java.net.Socket;
import java.util.Properties;
import javax.net.ssl.SSLSocket;
import org.postgresql.ssl.LibPQFactory;
import org.postgresql.util.PSQLException;

/** The driver's own TLS, trusting {@code sslrootcert} alone, held to TLS 1.3, for which the driver has no setting. */
public final class Tls13Only extends LibPQFactory {
    private static final String[] PROTOCOLS = {"TLSv1.3"};

    /** Made by the driver, with the settings of the connection. */
    public Tls13Only(Properties settings) throws PSQLException {
        super(settings);
    }

    /** The only one of its kind that the driver calls: over the connection on which it asked for TLS. */
    @Override
    public Socket createSocket(Socket under, String host, int port, boolean autoClose) throws IOException {
        Socket socket = super.createSocket(under, host, port, autoClose);
        ((SSLSocket) socket).setEnabledProtocols(PROTOCOLS);
        return socket;
    }
}
