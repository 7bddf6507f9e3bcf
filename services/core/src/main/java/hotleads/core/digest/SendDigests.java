package hotleads.core.digest;

import hotleads.contracts.DigestLine;
import hotleads.contracts.DigestsTaken;
import hotleads.contracts.NewDigests;
import hotleads.contracts.NewDigests.OfPractitioner;
import hotleads.contracts.PractitionersCalendars.Practitioner;
import hotleads.core.RunUntilShutdown;
import hotleads.core.acts.Acts;
import hotleads.core.settings.PracticeSettings;
import hotleads.core.staff.PractitionersThere;
import hotleads.core.time.PracticeClock;
import hotleads.platform.token.ServiceCalls;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Once a day, at the hour the practice chose, counts what waits and hands the numbers to auth. Handed over twice, after
 * a crash between telling and noting it, auth mails them once.
 */
@Component
class SendDigests extends RunUntilShutdown {
    private static final String JOB = "send-digests";
    private static final Duration PACE = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final PracticeSettings settings;
    private final Digests digests;
    private final PractitionersThere practitioners;
    private final List<CountsForAdministrators> ofAdministrators;
    private final List<CountsForPractitioners> ofPractitioners;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final RestClient auth;
    private final PracticeClock clock;
    private final ZoneId zone;

    SendDigests(
            PracticeSettings settings,
            Digests digests,
            PractitionersThere practitioners,
            List<CountsForAdministrators> ofAdministrators,
            List<CountsForPractitioners> ofPractitioners,
            Acts acts,
            TransactionTemplate transaction,
            ServiceCalls calls,
            @Value("${HOTLEADS_AUTH_URL}") URI auth,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        super(JOB);
        this.settings = settings;
        this.digests = digests;
        this.practitioners = practitioners;
        this.ofAdministrators = ofAdministrators;
        this.ofPractitioners = ofPractitioners;
        this.acts = acts;
        this.transaction = transaction;
        this.auth = calls.to(auth, "auth", "digest.send", LONGEST);
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    protected void round() throws InterruptedException {
        sendWhatIsDue();
        Thread.sleep(PACE);
    }

    void sendWhatIsDue() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        DigestSetting setting = settings.of(DigestSetting.KIND).value();
        if (setting.on() && !now.isBefore(setting.on(today, zone)) && digests.take(today)) {
            // While auth is away the lease runs out, and the day is tried again until it is over.
            practitioners.working().ifPresent(working -> handOver(counted(today, working.practitioners())));
        }
    }

    private NewDigests counted(LocalDate today, List<Practitioner> all) {
        return new NewDigests(
                today,
                forAdministrators(),
                all.stream()
                        .map(one -> new OfPractitioner(one.account(), forPractitioner(one)))
                        .toList());
    }

    private Map<DigestLine, Integer> forAdministrators() {
        Map<DigestLine, Integer> counts = new EnumMap<>(DigestLine.class);
        ofAdministrators.forEach(each -> counts.putAll(each.forAdministrators()));
        return counts;
    }

    private Map<DigestLine, Integer> forPractitioner(Practitioner one) {
        Map<DigestLine, Integer> counts = new EnumMap<>(DigestLine.class);
        ofPractitioners.forEach(each -> counts.putAll(each.forPractitioner(one)));
        return counts;
    }

    private void handOver(NewDigests told) {
        // Before and after: no transaction of ours takes back what auth will mail.
        acts.beforehand(JOB, "digest.handing-over", "day", told.day().toString());
        try {
            DigestsTaken taken = Objects.requireNonNull(
                    auth.post().uri("/internal/digests").body(told).retrieve().body(DigestsTaken.class));
            transaction.executeWithoutResult(status -> {
                digests.handedOver(told.day());
                acts.byJob(
                        JOB,
                        taken.mailed() ? "digest.handed-over" : "digest.not-mailed",
                        "day",
                        told.day().toString());
            });
        } catch (RestClientException away) {
            acts.beforehand(JOB, "digest.not-handed-over", "day", told.day().toString());
        }
    }
}
