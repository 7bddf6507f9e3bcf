package hotleads.auth.notices;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail server that {@code HOTLEADS_SMTP_HOST} names; without one, notices are not sent. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("HOTLEADS_SMTP_HOST")
class MailConfiguration {
    private static final int SUBMISSIONS = 465;
    private static final String TIMEOUT = String.valueOf(Duration.ofSeconds(20).toMillis());

    @Bean
    Mail mail(
            @Value("${HOTLEADS_SMTP_HOST}") String host,
            @Value("${HOTLEADS_SMTP_PORT:587}") int port,
            @Value("${HOTLEADS_SMTP_USER:}") String user,
            @Value("${HOTLEADS_SMTP_PASSWORD:}") String password,
            @Value("${HOTLEADS_SMTP_FROM:}") String from,
            @Value("${HOTLEADS_PUBLIC_URL}") URI publicUrl) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost(host);
        server.setPort(port);
        if (!user.isBlank()) {
            server.setUsername(user);
            server.setPassword(password);
        }
        server.setJavaMailProperties(properties(host, port, !user.isBlank()));
        return new Mail(server, address(from), publicUrl);
    }

    static Properties properties(String host, int port, boolean signsIn) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.auth", String.valueOf(signsIn));
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail.smtp." + wait, TIMEOUT);
        }
        if (!isThisMachine(host)) {
            properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3");
            properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            // Required, not only wished for: whoever sits between could otherwise take the offer away.
            properties.setProperty("mail.smtp.starttls.enable", String.valueOf(port != SUBMISSIONS));
            properties.setProperty("mail.smtp.starttls.required", String.valueOf(port != SUBMISSIONS));
            properties.setProperty("mail.smtp.ssl.enable", String.valueOf(port == SUBMISSIONS));
        }
        return properties;
    }

    private static boolean isThisMachine(String host) {
        try {
            return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    private static InternetAddress address(String from) {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException malformed) {
            throw new IllegalStateException(
                    "HOTLEADS_SMTP_FROM is no mail address: write it as notices@example.org or Practice <notices@example.org>");
        }
    }
}
