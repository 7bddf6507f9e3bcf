package hotleads.auth.notices;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes mails as RFC 5321 says, without TLS, and keeps them. */
final class SomeMailServer implements AutoCloseable {
    final List<String> mails = new CopyOnWriteArrayList<>();
    final List<String> recipients = new CopyOnWriteArrayList<>();
    volatile boolean refuses;

    private final ServerSocket server;

    SomeMailServer() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        try {
            while (true) {
                try (Socket client = server.accept()) {
                    talk(client);
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        var out = new PrintStream(client.getOutputStream(), true, StandardCharsets.UTF_8);
        out.print("220 ready\r\n");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.length() < 4 ? "" : line.substring(0, 4);
            if (command.equals("RCPT")) {
                recipients.add(line);
            }
            if (command.equals("DATA")) {
                out.print("354 go on\r\n");
                mails.add(untilTheDot(in));
            }
            out.print(refuses && command.equals("RCPT") ? "451 " + line + "\r\n" : "250 done\r\n");
        }
    }

    private static String untilTheDot(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
