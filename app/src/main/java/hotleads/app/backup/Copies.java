package hotleads.app.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.postgresql.PGConnection;

/** Tables through PostgreSQL's COPY, counted and digested on the way. */
final class Copies {
    private Copies() {}

    static Table out(Connection connection, String name, List<String> columns, OutputStream to)
            throws SQLException, IOException {
        Counted counted = new Counted(to);
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(Catalogue.copy(name, columns, " TO STDOUT"), counted);
        return new Table(name, columns, rows, counted.bytes, counted.sha256());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Java without SHA-256", impossible);
        }
    }

    private static final class Counted extends FilterOutputStream {
        private final MessageDigest digest = Copies.sha256();
        private long bytes;

        Counted(OutputStream to) {
            super(to);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            digest.update((byte) one);
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            digest.update(some, from, length);
            bytes += length;
        }

        private String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
