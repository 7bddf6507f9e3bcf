package hotleads.sync.zoom;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ZoomCredentials;
import hotleads.platform.report.CountedActs;
import hotleads.platform.report.TimeOrderedIds;
import hotleads.platform.settings.Secret;
import hotleads.sync.accounts.SealedAccounts;
import hotleads.sync.accounts.SomeAccounts;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.util.unit.DataSize;

/** The use cases without a program around them. */
final class SomeZoom {
    static final ZoomCredentials CREDENTIALS = new ZoomCredentials("demo-account", "demo-client", "demo-secret");

    final ZoomAccounts accounts;
    final ReadMeetings meetings;

    /** @param base as the setting has it; the token endpoint lies below it */
    SomeZoom(URI base, Clock clock) {
        this(base, clock, new Secret("demo-secret"));
    }

    SomeZoom(URI base, Clock clock, Secret secret) {
        ZoomProperties properties = new ZoomProperties(
                "demo-account",
                "demo-client",
                secret,
                base,
                URI.create(base + "/oauth/token"),
                Duration.ofSeconds(2),
                Duration.ofMillis(1_500),
                Duration.ofSeconds(3),
                DataSize.ofMegabytes(1));
        SealedAccounts sealed = SomeAccounts.sealed();
        ZoomApi api = new ZoomApi(properties, new CountedActs(new TimeOrderedIds(clock), clock), clock);
        this.accounts = new ZoomAccounts(api, sealed, properties, clock);
        this.meetings = new ReadMeetings(api);
    }

    ZoomGrant granted() {
        ProviderAnswer<byte[]> made = accounts.renew(null);
        return accounts.open(Objects.requireNonNull(made.content(), String.valueOf(made.cause())))
                .orElseThrow();
    }

    ZoomGrant grant(Clock clock) {
        return new ZoomGrant(CREDENTIALS, "some-token", clock.instant().plus(Duration.ofHours(1)), "");
    }
}
