package hotleads.auth.notices;

import hotleads.audit.Actor;
import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.ClientAddress;
import hotleads.auth.trail.Trail;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the notices that wait, at least once each; what could not be sent for three days is given up, a digest after
 * twelve hours. Without a mail server it is not there, and the Access page says so.
 */
@Component
@ConditionalOnProperty("HOTLEADS_SMTP_HOST")
class SendNotices {
    private static final Logger log = LoggerFactory.getLogger(SendNotices.class);
    private static final Actor JOB = Actor.job("send-notices");
    private static final int AT_ONCE = 20;
    /** Longer than the mail server may take over one. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);
    /** Tomorrow there is another. */
    private static final Duration DIGEST_GIVEN_UP_AFTER = Duration.ofHours(12);

    private final Notices notices;
    private final Accounts accounts;
    private final Mail mail;
    private final Trail trail;
    private final TransactionTemplate together;
    private final Clock clock;

    SendNotices(
            Notices notices,
            Accounts accounts,
            Mail mail,
            Trail trail,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.notices = notices;
        this.accounts = accounts;
        this.mail = mail;
        this.trail = trail;
        this.together = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 5, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    void run() {
        // One at a time: the lease of the last must not run out behind a slow mail server.
        for (int i = 0; i < AT_ONCE; i++) {
            Optional<Notices.Waiting> next = notices.take(LEASE);
            if (next.isEmpty()) {
                return;
            }
            send(next.get());
        }
    }

    private void send(Notices.Waiting notice) {
        // One that does not open may be put right: its mails wait as for a server that is away.
        Optional<Account> account = trail.opened(() -> accounts.find(notice.account()));
        if (account.isPresent() && isSent(account.get(), notice)) {
            end(notice, isDigest(notice) ? Act.DIGEST_SENT : Act.NOTICE_SENT);
        } else if (notice.madeAt().plus(patience(notice)).isBefore(clock.instant())) {
            end(notice, isDigest(notice) ? Act.DIGEST_NOT_SENT : Act.NOTICE_NOT_SENT);
        } else {
            notices.tryAgain(notice, pauseAfter(notice.tries()));
        }
    }

    private boolean isSent(Account account, Notices.Waiting notice) {
        try {
            mail.send(account, notice);
            return true;
        } catch (MailException failed) {
            // The kind only: servers quote the address they refuse.
            log.warn(
                    "Notice {} was not sent at try {}: {}",
                    notice.id(),
                    notice.tries(),
                    failed.getClass().getSimpleName());
            return false;
        }
    }

    private void end(Notices.Waiting notice, Act act) {
        together.executeWithoutResult(status -> {
            notices.over(notice);
            trail.done(JOB, act, new Trail.Subject("account", notice.account().toString()), ClientAddress.NONE);
        });
    }

    private static boolean isDigest(Notices.Waiting notice) {
        return notice.notice() == Notice.DIGEST;
    }

    private static Duration patience(Notices.Waiting notice) {
        return isDigest(notice) ? DIGEST_GIVEN_UP_AFTER : GIVEN_UP_AFTER;
    }

    private static Duration pauseAfter(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
