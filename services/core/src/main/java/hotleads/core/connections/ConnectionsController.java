package hotleads.core.connections;

import hotleads.contracts.AcuityAccount;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.core.acts.Acts;
import hotleads.core.connections.ConnectionShown.HooksShown;
import hotleads.core.connections.ConnectionShown.RunShown;
import hotleads.core.leads.AcuityFreshness;
import hotleads.core.time.PracticeClock;
import hotleads.platform.endpoint.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How each source stands, and what a person can do about it. */
@RestController
class ConnectionsController {
    private static final String SOURCE = "acuity";

    private final AcuityConnection connection;
    private final AcuityFreshness freshness;
    private final AcuityAccess access;
    private final SourceConnections others;
    private final Schedules schedules;
    private final Acts acts;
    private final PracticeClock practiceClock;
    private final Clock clock;
    private final ZoneId zone;

    ConnectionsController(
            AcuityConnection connection,
            AcuityFreshness freshness,
            AcuityAccess access,
            SourceConnections others,
            Schedules schedules,
            Acts acts,
            PracticeClock practiceClock,
            Clock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.connection = connection;
        this.freshness = freshness;
        this.access = access;
        this.others = others;
        this.schedules = schedules;
        this.acts = acts;
        this.practiceClock = practiceClock;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * All sources, as of the practice's time.
     *
     * @param zone the practice's IANA zone, in which staff read times
     */
    record Connections(Instant asOf, String zone, List<ConnectionShown> items) {}

    /**
     * How a test of the credentials went.
     *
     * @param account what they open, when they were taken
     */
    record Tested(
            boolean taken,
            Instant at,
            @Nullable String causeKey,
            @Nullable AccountShown account) {}

    /**
     * The account as the provider describes it.
     *
     * @param hookSenders networks its hooks come from, for a firewall in front of us
     */
    record AccountShown(
            @Nullable String zone,
            @Nullable String plan,
            @Nullable Boolean hipaa,
            @Nullable List<String> hookSenders) {}

    @GetMapping(path = "/api/connections", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public Connections all(Caller caller) {
        acts.byPerson(caller, "connections.viewed", "provider", "all");
        return new Connections(
                practiceClock.instant(),
                zone.getId(),
                Stream.concat(Stream.of(acuity()), others.shown().stream()).toList());
    }

    @PostMapping(path = "/api/connections/acuity/test", produces = MediaType.APPLICATION_JSON_VALUE)
    Tested test(Caller caller) {
        // Recorded first: the call itself belongs to no transaction.
        acts.byPerson(caller, "connection.tested", "provider", SOURCE);
        ProviderAnswer<AcuityAccount> answer = access.testCredentials();
        return new Tested(
                answer.outcome() == ProviderOutcome.OK,
                practiceClock.instant(),
                key(
                        answer.outcome() == ProviderOutcome.REFUSED_TOKEN
                                ? freshness.now().cause()
                                : answer.cause()),
                shown(answer.content()));
    }

    @PostMapping("/api/connections/acuity/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void run(Caller caller) {
        acts.byPerson(caller, "connection.run", "provider", SOURCE);
        schedules.runNow(AcuityConnection.REGULAR_READ);
    }

    private ConnectionShown acuity() {
        AcuityConnection.Stored stored = connection.stored();
        AcuityFreshness.Status status = freshness.now();
        Instant success = status.fetchedTo();
        return new ConnectionShown(
                SOURCE,
                state(stored, status),
                practiceTime(success),
                success == null
                        ? null
                        : Duration.between(success, clock.instant()).toSeconds(),
                practiceTime(stored.nextRunAt()),
                practiceTime(stillAhead(stored.pausedUntil())),
                shown(connection.brought()),
                new HooksShown(
                        stored.lastHookAt(),
                        stored.hooksMade(),
                        stored.quietSince(),
                        key(stored.quietCause() == null ? stored.hooksCause() : stored.quietCause())),
                null,
                null,
                key(status.cause()),
                connection.days());
    }

    /** A run that fails tries again for minutes: then what is wrong matters more than that it runs. */
    private static String state(AcuityConnection.Stored stored, AcuityFreshness.Status status) {
        boolean isWell = status.cause() == null || status.state() == AcuityFreshness.State.QUIET;
        return stored.running() && isWell ? "running" : status.state().word();
    }

    private static @Nullable RunShown shown(AcuityConnection.@Nullable Brought brought) {
        return brought == null ? null : new RunShown(brought.readAt(), brought.fetched(), brought.changed(), 0);
    }

    private static @Nullable AccountShown shown(@Nullable AcuityAccount account) {
        return account == null
                ? null
                : new AccountShown(account.zone(), account.plan(), account.hipaa(), account.hookSenders());
    }

    private static @Nullable String key(@Nullable String cause) {
        return cause == null ? null : SOURCE + "." + cause;
    }

    private @Nullable Instant stillAhead(@Nullable Instant until) {
        return until != null && until.isAfter(clock.instant()) ? until : null;
    }

    private @Nullable Instant practiceTime(@Nullable Instant real) {
        return real == null ? null : practiceClock.at(real);
    }
}
