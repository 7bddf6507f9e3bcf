package hotleads.auth.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.auth.RunningAuth;
import hotleads.auth.TestDatabase;
import hotleads.auth.TestPerson;
import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.accounts.EmailAddress;
import hotleads.auth.trail.Trail;
import hotleads.platform.time.HandClock;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(OutputCaptureExtension.class)
class NoticesTest extends RunningAuth {
    private final SomeMailServer server = new SomeMailServer();
    private final Notices notices;
    private final Accounts accounts;
    private final TransactionTemplate together;
    private final SendNotices job;

    NoticesTest(
            @Autowired Notices notices,
            @Autowired Accounts accounts,
            @Autowired Trail trail,
            @Autowired HandClock time,
            @Autowired PlatformTransactionManager transactions) {
        this.notices = notices;
        this.accounts = accounts;
        this.together = new TransactionTemplate(transactions);
        this.job = new SendNotices(notices, accounts, mailTo("127.0.0.1"), trail, transactions, time);
    }

    @BeforeEach
    void nothingWaits() throws SQLException {
        run("UPDATE notice SET over_at = now() WHERE over_at IS NULL");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void tellTheOwnerInPlainWordsWithNoLinkButThePublicAddress() throws SQLException {
        Account account = someone();
        tell(account, Notice.FACTOR_ADDED);

        job.run();

        assertThat(server.recipients)
                .singleElement()
                .asString()
                .contains(account.email().value());
        assertThat(server.mails).hasSize(1);
        String mail = server.mails.getFirst();
        assertThat(mail)
                .contains("Subject: A way to prove who you are was added")
                .contains("Content-Type: text/plain")
                .contains(PUBLIC_URL + "\n")
                .doesNotContain(account.displayName(), account.id().toString());
        assertThat(mail.split("https?://", -1)).hasSize(2);
        assertThat(entries(account, "notice.sent")).isEqualTo(1);
        job.run();
        assertThat(server.mails).hasSize(1);
    }

    @Test
    void areGoneWithTheActThatFailed() {
        Account account = someone();
        together.executeWithoutResult(status -> {
            notices.tell(account, Notice.ACCOUNT_LOCKED);
            status.setRollbackOnly();
        });

        job.run();

        assertThat(server.mails).isEmpty();
    }

    @Test
    void areTriedAgainLaterAndLaterAndAreOneMailToTheReader(CapturedOutput output) {
        Account account = someone();
        tell(account, Notice.ROLE_CHANGED);
        server.refuses = true;
        job.run();
        clock.forward(Duration.ofSeconds(29));
        job.run();
        assertThat(server.recipients).hasSize(1);
        clock.forward(Duration.ofSeconds(1));
        job.run();
        assertThat(server.recipients).hasSize(2);
        server.refuses = false;
        clock.forward(Duration.ofMinutes(1));

        job.run();

        assertThat(server.mails).hasSize(1);
        assertThat(server.mails.getFirst()).containsPattern("Message-ID: <[0-9a-f-]{36}@localhost>");
        assertThat(output.getAll()).doesNotContain(account.email().value());
    }

    @Test
    void areNotWaitedForUntilTomorrowWhenTheClockWasPutBack() {
        tell(someone(), Notice.ROLE_CHANGED);
        clock.forward(Duration.ofDays(-1));

        job.run();

        clock.forward(Duration.ofDays(1).plusHours(1));
        assertThat(server.mails).hasSize(1);
    }

    @Test
    void areGivenUpAfterThreeDaysWithAnEntry() throws SQLException {
        Account account = someone();
        tell(account, Notice.ROLE_CHANGED);
        server.refuses = true;
        clock.forward(Duration.ofDays(3).plusSeconds(1));

        job.run();
        server.refuses = false;
        clock.forward(Duration.ofDays(1));
        job.run();

        assertThat(server.mails).isEmpty();
        assertThat(entries(account, "notice.not-sent")).isEqualTo(1);
    }

    @Test
    void ofAnAccountThatDoesNotOpenHoldNobodyElsesUpAndAreGivenUpInTheEnd() throws SQLException {
        Account broken = someone();
        Account other = someone();
        run("UPDATE account SET display_name = email WHERE id = '" + broken.id() + "'");
        tell(broken, Notice.ROLE_CHANGED);
        clock.forward(Duration.ofSeconds(1));
        tell(other, Notice.ROLE_CHANGED);

        job.run();
        assertThat(server.recipients)
                .singleElement()
                .asString()
                .contains(other.email().value());
        clock.forward(Duration.ofDays(3).plusSeconds(1));
        job.run();

        assertThat(entries(broken, "notice.not-sent")).isEqualTo(1);
    }

    @Test
    void goToAnotherMachineEncryptedOrNotAtAll() {
        Account account = someone();
        var waiting =
                new Notices.Waiting(UUID.randomUUID(), account.id(), Notice.ACCOUNT_LOCKED, clock.instant(), 1, null);

        assertThatThrownBy(() -> mailTo("mail.example.org").send(account, waiting))
                .isInstanceOf(MailSendException.class)
                .hasMessageContaining("STARTTLS is required");

        assertThat(server.mails).isEmpty();
        Properties elsewhere = MailConfiguration.properties("mail.example.org", 465, true);
        assertThat(elsewhere.getProperty("mail.smtp.ssl.enable")).isEqualTo("true");
        assertThat(elsewhere.getProperty("mail.smtp.ssl.protocols")).isEqualTo("TLSv1.3");
        assertThat(MailConfiguration.properties("127.0.0.1", 25, false)).doesNotContainKey("mail.smtp.ssl.protocols");
    }

    @Test
    void needASenderWhereAMailServerIsNamed() {
        assertThatThrownBy(
                        () -> new MailConfiguration().mail("mail.example.org", 587, "", "", "", URI.create(PUBLIC_URL)))
                .hasMessageContaining("HOTLEADS_SMTP_FROM is no mail address: write it as");
    }

    @ParameterizedTest
    @EnumSource
    void holdNoLinkAndNoWordAboutHealth(Notice notice) {
        assertThat(notice.subject() + notice.text())
                .matches("[ -~]+")
                .doesNotContainIgnoringCase("http")
                .doesNotContainIgnoringCase("health")
                .doesNotContainIgnoringCase("therap")
                .doesNotContainIgnoringCase("patient");
        assertThat(Notice.of(notice.word())).isEqualTo(notice);
    }

    private Account someone() {
        TestPerson person = TestPerson.setUp(gateway(), "practitioner");
        return accounts.find(EmailAddress.asTyped(person.email())).orElseThrow();
    }

    private void tell(Account account, Notice notice) {
        together.executeWithoutResult(status -> notices.tell(account, notice));
    }

    /** As if the mail server had this name; it listens here all the same. */
    private Mail mailTo(String host) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        sender.setJavaMailProperties(MailConfiguration.properties(host, server.port(), false));
        return new Mail(sender, from(), URI.create(PUBLIC_URL));
    }

    private static InternetAddress from() {
        try {
            return new InternetAddress("notices@practice.test");
        } catch (AddressException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int entries(Account account, String act) throws SQLException {
        try (var connection = TestDatabase.asSuperuser();
                var query =
                        connection.prepareStatement("SELECT count(*) FROM audit_entry WHERE act = ? AND subject = ?")) {
            query.setString(1, act);
            query.setString(2, account.id().toString());
            var rows = query.executeQuery();
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void run(String sql) throws SQLException {
        try (var connection = TestDatabase.asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
