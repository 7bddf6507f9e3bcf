package hotleads.app.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One kept TLS connection to the gateway, one request at a time. It reads no more of an answer than it must, for it
 * shares the processors with what it measures.
 */
final class GatewayConnection implements AutoCloseable {
    private static final int PATIENCE_MILLISECONDS = 30_000;
    private static final int STATUS_BEGINS = "HTTP/1.1 ".length();
    private static final int STATUS_ENDS = STATUS_BEGINS + 3;
    private static final int HEXADECIMAL = 16;

    private final SSLSocketFactory tls;
    private final InetSocketAddress gateway;
    private final @Nullable InetAddress from;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();

    /** @param from the address of ours it is made from; null for the usual one */
    GatewayConnection(SSLSocketFactory tls, InetSocketAddress gateway, @Nullable InetAddress from) {
        this.tls = tls;
        this.gateway = gateway;
        this.from = from;
    }

    /** @param cookies what the answer sets, values by their names */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Answer(int status, Map<String, String> cookies, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** @param request as it goes on the wire */
    Answer exchange(byte[] request) throws IOException {
        if (socket == null) {
            connect();
        }
        out.write(request);
        out.flush();
        return read();
    }

    private void connect() throws IOException {
        Socket plain = new Socket();
        plain.setTcpNoDelay(true);
        if (from != null) {
            plain.bind(new InetSocketAddress(from, 0));
        }
        plain.setSoTimeout(PATIENCE_MILLISECONDS);
        plain.connect(gateway, PATIENCE_MILLISECONDS);
        Socket opened = tls.createSocket(plain, gateway.getHostString(), gateway.getPort(), true);
        in = new BufferedInputStream(opened.getInputStream(), 1 << 15);
        out = opened.getOutputStream();
        socket = opened;
    }

    private Answer read() throws IOException {
        int status = Integer.parseInt(line().substring(STATUS_BEGINS, STATUS_ENDS));
        long length = -1;
        boolean last = false;
        Map<String, String> cookies = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(valueOf(line));
            } else if (header.startsWith("set-cookie:")) {
                String[] cookie = valueOf(line).split(";", 2)[0].split("=", 2);
                cookies.put(cookie[0], cookie[1]);
            }
            last |= header.equals("connection: close");
        }
        // Without a length it comes in chunks (RFC 9112 §7.1), but for the answers that have no body.
        byte[] body = length >= 0 ? in.readNBytes((int) length) : status == 204 ? new byte[0] : chunks();
        if (last) {
            close();
        }
        return new Answer(status, cookies, body);
    }

    private static String valueOf(String header) {
        return header.substring(header.indexOf(':') + 1).strip();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(1 << 16);
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            whole.write(in.readNBytes(size));
            line();
        }
        line();
        return whole.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), HEXADECIMAL);
    }

    private String line() throws IOException {
        byte[] bytes = new byte[512];
        int count = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the gateway ended a connection");
            }
            if (next != '\r' && count < bytes.length) {
                bytes[count++] = (byte) next;
            }
        }
        return new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        Socket open = socket;
        socket = null;
        if (open != null) {
            open.close();
        }
    }
}
