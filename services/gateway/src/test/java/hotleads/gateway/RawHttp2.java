package hotleads.gateway;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** An HTTP/2 connection that sends one request with exactly the fields it is told (RFC 9113, RFC 7541 §6.2.2). */
public final class RawHttp2 implements AutoCloseable {
    /** RFC 7541 appendix A, entry 14. */
    private static final byte STATUS_500 = (byte) (0x80 | 14);

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int STREAM = 1;
    // Tomcat takes these by their place in the static table only (RFC 7541 appendix A).
    private static final Map<String, Integer> NUMBERS = Map.of(":authority", 1, ":method", 2, ":path", 4, ":scheme", 6);

    private final SSLSocket socket;
    private final ByteArrayOutputStream fields = new ByteArrayOutputStream();

    RawHttp2(int port, SSLContext trust) {
        try {
            Socket wire = new Socket(InetAddress.getLoopbackAddress(), port);
            socket = (SSLSocket) trust.getSocketFactory().createSocket(wire, "localhost", port, true);
            SSLParameters tls = socket.getSSLParameters();
            tls.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(tls);
            socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
            socket.startHandshake();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One more field, unindexed and as it is; the names every request begins with by their number. */
    public RawHttp2 field(String name, String value) {
        Integer number = NUMBERS.get(name);
        if (number == null) {
            fields.write(0);
            text(name);
        } else {
            fields.write(number);
        }
        text(value);
        return this;
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length > 126) {
            throw new IllegalArgumentException("Longer texts need a longer length");
        }
        fields.write(bytes.length);
        fields.writeBytes(bytes);
    }

    /** Sends the request, its body in so many frames, and waits until it was answered or refused; says how. */
    public String send(String... body) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            frame(out, SETTINGS, 0, 0, new byte[0]);
            frame(out, HEADERS, END_HEADERS, STREAM, fields.toByteArray());
            for (int part = 0; part < body.length; part++) {
                frame(
                        out,
                        DATA,
                        part == body.length - 1 ? END_STREAM : 0,
                        STREAM,
                        body[part].getBytes(StandardCharsets.ISO_8859_1));
            }
            socket.getOutputStream().write(out.toByteArray());
            socket.getOutputStream().flush();
            return outcome(new DataInputStream(socket.getInputStream()));
        } catch (SocketException | EOFException ended) {
            return "ended";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void frame(ByteArrayOutputStream out, int type, int flags, int stream, byte[] content) {
        out.write(content.length >>> 16);
        out.write(content.length >>> 8);
        out.write(content.length);
        out.write(type);
        out.write(flags);
        out.writeBytes(new byte[] {0, 0, 0, (byte) stream});
        out.writeBytes(content);
    }

    private static String outcome(DataInputStream in) throws IOException {
        while (true) {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            in.readUnsignedByte();
            in.readInt();
            byte[] payload = in.readNBytes(length);
            switch (type) {
                case HEADERS -> {
                    return firstField(payload) == STATUS_500 ? "failed" : "answered";
                }
                case RST_STREAM, GOAWAY -> {
                    return "refused";
                }
                default -> {}
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * After the changes of table size that a block may begin with (RFC 7541 §6.3); the status comes before all else.
     */
    private static byte firstField(byte[] block) {
        int at = 0;
        while ((block[at] & 0xe0) == 0x20) {
            boolean isLong = (block[at++] & 0x1f) == 0x1f;
            while (isLong && block[at++] < 0) {}
        }
        return block[at];
    }
}
