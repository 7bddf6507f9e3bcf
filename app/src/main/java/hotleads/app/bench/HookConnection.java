package hotleads.app.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One kept TLS connection that delivers as Acuity does. It reads no more of an answer than it must, for it shares the
 * processors with what it measures.
 */
final class HookConnection implements Act, AutoCloseable {
    private static final int PATIENCE_MILLISECONDS = 30_000;

    private final SSLSocketFactory tls;
    private final InetSocketAddress gateway;
    private final SignedHooks hooks;
    private final AtomicLong next;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();
    private long acknowledged;

    /** @param first the first of the appointment ids it reports, which must be its own */
    HookConnection(SSLSocketFactory tls, InetSocketAddress gateway, SignedHooks hooks, long first) {
        this.tls = tls;
        this.gateway = gateway;
        this.hooks = hooks;
        this.next = new AtomicLong(first);
    }

    /** How many were answered 200. */
    long acknowledged() {
        return acknowledged;
    }

    @Override
    public void once() throws IOException {
        if (socket == null) {
            connect();
        }
        out.write(hooks.request(next.getAndIncrement()));
        out.flush();
        String status = line();
        boolean last = readRest();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("a hook was answered " + status);
        }
        acknowledged++;
        if (last) {
            close();
        }
    }

    private void connect() throws IOException {
        Socket plain = new Socket();
        plain.setTcpNoDelay(true);
        plain.setSoTimeout(PATIENCE_MILLISECONDS);
        plain.connect(gateway, PATIENCE_MILLISECONDS);
        Socket opened = tls.createSocket(plain, gateway.getHostString(), gateway.getPort(), true);
        in = new BufferedInputStream(opened.getInputStream());
        out = opened.getOutputStream();
        socket = opened;
    }

    /** Whether the server ends the connection after this answer. */
    private boolean readRest() throws IOException {
        long length = -1;
        boolean last = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(
                        header.substring("content-length:".length()).strip());
            }
            last |= header.equals("connection: close");
        }
        if (length < 0) {
            throw new IOException("a hook's answer does not say how long it is");
        }
        in.skipNBytes(length);
        return last;
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
