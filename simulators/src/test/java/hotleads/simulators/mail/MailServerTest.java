package hotleads.simulators.mail;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.simulators.storage.StateFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailServerTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path folder = Path.of("made-before-each-test");

    private StateFile file = new StateFile(null);
    private Mailbox mailbox = new Mailbox(file);

    @BeforeEach
    void nothingCameYet() {
        file = new StateFile(folder.resolve("mails.json"));
        mailbox = new Mailbox(file);
    }

    @Test
    void keepsAMailAsItWasSentAndOverARestart() throws IOException {
        List<String> answers = say(
                "EHLO practice",
                "MAIL FROM:<notices@demo.test>",
                "RCPT TO:<tony@demo.test> NOTIFY=NEVER",
                "DATA",
                "From: notices@demo.test",
                "Subject: Your account",
                " was locked",
                "",
                "One line.",
                "..and one with a dot.",
                ".",
                "QUIT");

        assertThat(answers).containsExactly("220", "250", "250", "250", "354", "250", "221");
        Mail expected = new Mail(
                NOON,
                List.of("tony@demo.test"),
                "notices@demo.test",
                "Your account was locked",
                "One line.\n.and one with a dot.");
        assertThat(mailbox.newest()).containsExactly(expected);
        assertThat(new Mailbox(file).newest()).containsExactly(expected);
    }

    @Test
    void takesNoMailForNobodyAndSaysWhatItDoesNotUnderstand() throws IOException {
        assertThat(say("HELO x", "DATA", "STARTTLS", "NOOP", "QUIT"))
                .containsExactly("220", "250", "503", "502", "250", "221");
        assertThat(mailbox.newest()).isEmpty();
    }

    /** The lines a client sends, and the numbers it is answered with. */
    private List<String> say(String... lines) throws IOException {
        try (MailServer server = new MailServer(0, mailbox, Clock.fixed(NOON, ZoneOffset.UTC))) {
            server.start();
            return answersTo(lines, server.port());
        }
    }

    private static List<String> answersTo(String[] lines, int port) throws IOException {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            client.getOutputStream().write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            List<String> answers = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                answers.add(line.substring(0, 3));
            }
            return answers;
        }
    }
}
