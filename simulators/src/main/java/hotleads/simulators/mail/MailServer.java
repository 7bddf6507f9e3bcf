package hotleads.simulators.mail;

import hotleads.simulators.log.Log;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * As much of SMTP (RFC 5321) as a program needs that hands over its mails on the same machine: no TLS, no sign-in, one
 * thread a connection. It listens on loopback only.
 */
public final class MailServer implements AutoCloseable {

    private static final int QUEUE = 50;
    private static final int SILENCE_MILLIS = 60_000;
    private static final int MOST_LINES = 10_000;

    private final Mailbox mailbox;
    private final Clock clock;
    private final ServerSocket server;

    /** @param port 0 takes a free one */
    public MailServer(int port, Mailbox mailbox, Clock clock) throws IOException {
        this.mailbox = mailbox;
        this.clock = clock;
        this.server = new ServerSocket(port, QUEUE, InetAddress.getLoopbackAddress());
    }

    public void start() {
        Thread.ofVirtual().name("mail").start(this::serve);
    }

    public int port() {
        return server.getLocalPort();
    }

    private void serve() {
        try {
            while (true) {
                Socket client = server.accept();
                Thread.ofVirtual().name("mail-client").start(() -> talk(client));
            }
        } catch (IOException closed) {
            Log.info("mail-stopped", Map.of());
        }
    }

    private void talk(Socket client) {
        try (client) {
            client.setSoTimeout(SILENCE_MILLIS);
            new Conversation(client).hold();
        } catch (IOException broken) {
            Log.info("mail-connection-broken", Map.of());
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException closed) {
            // It is gone either way.
        }
    }

    private final class Conversation {

        private final BufferedReader in;
        private final OutputStream out;
        private final List<String> recipients = new ArrayList<>();

        private Conversation(Socket client) throws IOException {
            in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            out = client.getOutputStream();
        }

        private void hold() throws IOException {
            say("220 localhost simulated mail");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (verb(line).equals("QUIT")) {
                    say("221 bye");
                    return;
                }
                say(answer(line));
            }
        }

        private String answer(String line) throws IOException {
            return switch (verb(line)) {
                case "HELO", "EHLO" -> "250 localhost";
                case "MAIL", "RSET" -> {
                    recipients.clear();
                    yield "250 go on";
                }
                case "RCPT" -> {
                    recipients.add(line.replaceAll("^[^<]*<([^>]*)>.*$", "$1"));
                    yield "250 go on";
                }
                case "DATA" -> take();
                case "NOOP" -> "250 still here";
                default -> "502 not understood";
            };
        }

        private String take() throws IOException {
            if (recipients.isEmpty()) {
                return "503 for whom?";
            }
            say("354 go on, and end with a dot");
            List<String> lines = lines();
            if (lines.size() > MOST_LINES) {
                return "552 too long";
            }
            mailbox.add(Mail.of(clock.instant(), recipients, lines));
            return "250 kept";
        }

        private List<String> lines() throws IOException {
            List<String> lines = new ArrayList<>();
            for (String line = in.readLine(); isMore(line); line = in.readLine()) {
                if (lines.size() <= MOST_LINES) {
                    // A leading dot was doubled, so that no line of the text ends the mail (RFC 5321 section 4.5.2).
                    lines.add(line.startsWith(".") ? line.substring(1) : line);
                }
            }
            return lines;
        }

        private boolean isMore(@Nullable String line) throws IOException {
            if (line == null) {
                throw new IOException("Broken off in the middle of a mail");
            }
            return !line.equals(".");
        }

        private void say(String words) throws IOException {
            out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        private static String verb(String line) {
            return line.strip().split(" ", 2)[0].toUpperCase(Locale.ROOT);
        }
    }
}
