package hotleads.auth.notices;

import hotleads.auth.accounts.Accounts;
import hotleads.auth.trail.Trail;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** Notices with a mail server, and the job that sends them, a round at a time. */
public final class Mailing implements AutoCloseable {
    private static final int ROUNDS = 20;

    public final Notices notices;

    private final SomeMailServer server = new SomeMailServer();
    private final SendNotices job;

    public Mailing(
            JdbcClient jdbc, Accounts accounts, Trail trail, PlatformTransactionManager transactions, Clock clock) {
        notices = new Notices(jdbc, JsonMapper.builder().build(), clock, "127.0.0.1");
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        sender.setJavaMailProperties(MailConfiguration.properties("127.0.0.1", server.port(), false));
        job = new SendNotices(
                notices,
                accounts,
                new Mail(sender, from(), URI.create("https://localhost:8443")),
                trail,
                transactions,
                clock);
    }

    /** All that waits, which is more than one round sends where many administrators are told of something. */
    public void run() {
        for (int round = 0; round < ROUNDS; round++) {
            job.run();
        }
    }

    public void refuse(boolean refuses) {
        server.refuses = refuses;
    }

    /** The digests that were taken so far, headers and text; whoever is made for a test causes other notices too. */
    public List<String> digests() {
        return server.mails.stream()
                .filter(mail -> mail.contains("Subject: What waits today"))
                .toList();
    }

    private static InternetAddress from() {
        try {
            return new InternetAddress("notices@practice.test");
        } catch (AddressException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
