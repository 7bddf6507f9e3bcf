package hotleads.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A TLS connection that says exactly what it is told, well-formed or not. */
public final class RawConnection implements AutoCloseable {
    private final Socket wire;
    private final SSLSocket socket;

    private RawConnection(Socket wire, SSLSocket socket) {
        this.wire = wire;
        this.socket = socket;
    }

    static RawConnection to(int port, SSLContext trust) {
        try {
            Socket wire = new Socket(InetAddress.getLoopbackAddress(), port);
            SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket(wire, "localhost", port, true);
            socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
            socket.startHandshake();
            return new RawConnection(wire, socket);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public RawConnection say(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads until the text has come, and returns all until there; fails when the connection ends before. */
    public String hearUntil(String text) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            while (!heard.toString(StandardCharsets.ISO_8859_1).endsWith(text)) {
                int one = in.read();
                if (one < 0) {
                    throw new AssertionError("ended after: " + heard.toString(StandardCharsets.ISO_8859_1));
                }
                heard.write(one);
            }
            return heard.toString(StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Listens for so long, which nobody answers; fails when the other side has ended the connection. */
    public void waitAWhile(Duration time) {
        try {
            socket.setSoTimeout((int) time.toMillis());
            if (socket.getInputStream().read() < 0) {
                throw new IOException("ended");
            }
        } catch (SocketTimeoutException stillOpen) {
            // As it should be while one waits.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Everything until the other side ends the connection; fails when it does not. */
    public String hearAll() {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            for (int one = in.read(); one >= 0; one = in.read()) {
                heard.write(one);
            }
        } catch (SocketTimeoutException stillOpen) {
            throw new AssertionError("still open after: " + heard.toString(StandardCharsets.ISO_8859_1), stillOpen);
        } catch (SocketException reset) {
            // Ended all the same.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return heard.toString(StandardCharsets.ISO_8859_1);
    }

    /** As a browser that is gone: a TLS farewell would wait for the other side's, up to the time-out above. */
    @Override
    public void close() {
        try {
            wire.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
