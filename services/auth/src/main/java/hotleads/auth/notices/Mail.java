package hotleads.auth.notices;

import hotleads.auth.accounts.Account;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** Puts a notice into words and hands it to the mail server. */
final class Mail {
    private final JavaMailSender server;
    private final InternetAddress from;
    private final URI publicUrl;

    Mail(JavaMailSender server, InternetAddress from, URI publicUrl) {
        this.server = server;
        this.from = from;
        this.publicUrl = publicUrl;
    }

    /** @throws org.springframework.mail.MailException when the server did not take it */
    void send(Account to, Notices.Waiting notice) {
        try {
            MimeMessage message = new Message(server.createMimeMessage(), notice.id() + "@" + publicUrl.getHost());
            message.setFrom(from);
            message.setRecipient(
                    jakarta.mail.Message.RecipientType.TO,
                    new InternetAddress(to.email().value()));
            message.setSubject(notice.notice().subject(), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(notice.madeAt()));
            // Nobody's vacation mail should answer it (RFC 3834).
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setText(textOf(notice), StandardCharsets.UTF_8.name());
            server.send(message);
        } catch (MessagingException unusable) {
            // The library's own message quotes the address it could not read.
            throw new MailSendException(
                    "Cannot write the mail: " + unusable.getClass().getSimpleName());
        }
    }

    private String textOf(Notices.Waiting notice) {
        DayCounts counts = notice.counts();
        String text = notice.notice().text();
        return (counts == null
                        ? text + "\n\nIf this was not you, or you did not expect it, tell the practice at once."
                        : counts.text() + "\n" + text)
                + "\n\nHot Leads: " + publicUrl + "\n";
    }

    /**
     * Sent twice, after a crash between sending and noting it, it is one mail to the reader: its id is the notice's.
     */
    private static final class Message extends MimeMessage {
        private final String id;

        private Message(MimeMessage made, String id) throws MessagingException {
            super(made.getSession());
            this.id = "<" + id + ">";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
