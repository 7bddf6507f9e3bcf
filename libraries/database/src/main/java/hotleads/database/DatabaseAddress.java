package hotleads.database;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** A JDBC address of PostgreSQL. */
public final class DatabaseAddress {
    private static final String FULL = "verify-full";
    private static final String ADDED = "sslmode=" + FULL + "&sslfactory=" + Tls13Only.class.getName()
            // An encryption that checks no certificate would take the place of TLS.
            + "&gssEncMode=disable";
    private static final String HOW =
            " Put sslrootcert=FILE into HOTLEADS_DATABASE_URL, FILE being the PEM file with the"
                    + " certificate authority of the database, and leave the other ssl… settings out:"
                    + " jdbc:postgresql://HOST:5432/hotleads?sslrootcert=/etc/hotleads/database-ca.pem";

    private DatabaseAddress() {}

    /**
     * The address as it may be used: on this machine as it stands, elsewhere with TLS 1.3 and a certificate that is
     * checked against the authority and the name in it, whatever the driver would do by itself.
     *
     * @throws UnsafeDatabaseAddress when it leads to another machine and cannot be made safe
     */
    public static String safe(String url) {
        Properties said = Driver.parseURL(url, new Properties());
        if (said == null) {
            // Not quoted: it may hold a password.
            throw new UnsafeDatabaseAddress(
                    "HOTLEADS_DATABASE_URL is no address of PostgreSQL, such as jdbc:postgresql://127.0.0.1:5432/hotleads.");
        }
        if (staysOnThisMachine(said)) {
            return url;
        }
        refuseWeaker(said);
        refuseWithoutAuthority(said);
        return url + (url.contains("?") ? "&" : "?") + ADDED;
    }

    private static boolean staysOnThisMachine(Properties said) {
        return Arrays.stream(said.getProperty(PGProperty.PG_HOST.getName(), "localhost")
                        .split(",", -1))
                .allMatch(DatabaseAddress::isLoopback);
    }

    /** By its letters alone: what a name resolves to, others decide. */
    private static boolean isLoopback(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host.replaceAll("^\\[|]$", "")).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    private static void refuseWeaker(Properties said) {
        boolean isWeaker = isOther(PGProperty.SSL_MODE, FULL, said)
                || isOther(PGProperty.SSL_FACTORY, Tls13Only.class.getName(), said)
                || isOther(PGProperty.SSL_HOSTNAME_VERIFIER, "", said);
        if (isWeaker) {
            throw new UnsafeDatabaseAddress("HOTLEADS_DATABASE_URL leads to another machine, and asks for less than a"
                    + " checked certificate." + HOW);
        }
    }

    private static boolean isOther(PGProperty setting, String wanted, Properties said) {
        return !said.getProperty(setting.getName(), wanted).equals(wanted);
    }

    private static void refuseWithoutAuthority(Properties said) {
        String authority = said.getProperty(PGProperty.SSL_ROOT_CERT.getName());
        if (authority == null) {
            throw new UnsafeDatabaseAddress("HOTLEADS_DATABASE_URL leads to another machine, and does not say whose"
                    + " certificates to trust there." + HOW);
        }
        if (!Files.isReadable(Path.of(authority))) {
            throw new UnsafeDatabaseAddress(
                    "The file " + authority + ", named by sslrootcert in HOTLEADS_DATABASE_URL, cannot be read.");
        }
    }
}
