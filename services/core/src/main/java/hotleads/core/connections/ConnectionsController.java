package hotleads.core.connections;

import hotleads.contracts.AcuityAccount;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.core.acts.Acts;
import hotleads.core.leads.AcuityFreshness;
import hotleads.core.time.PracticeClock;
import hotleads.platform.endpoint.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    private final Schedules schedules;
    private final Acts acts;
    private final PracticeClock practiceClock;
    private final Clock clock;

    ConnectionsController(
            AcuityConnection connection,
            AcuityFreshness freshness,
            AcuityAccess access,
            Schedules schedules,
            Acts acts,
            PracticeClock practiceClock,
            Clock clock) {
        this.connection = connection;
        this.freshness = freshness;
        this.access = access;
        this.schedules = schedules;
        this.acts = acts;
        this.practiceClock = practiceClock;
        this.clock = clock;
    }

    /** All sources, as of the practice's time. */
    record Connections(Instant asOf, List<ConnectionShown> items) {}

    /**
     * One source; times are the practice's.
     *
     * @param state {@code on-time}, {@code quiet}, {@code late}, {@code stopped}, {@code action-needed},
     *     {@code running} or {@code not-run-yet}
     * @param lagSeconds how long ago it last answered
     * @param nextTryAt until when it asked us to stay away, while it does
     * @param causeKey the sentence that says what is wrong and what to do, such as {@code acuity.key-changed}
     */
    record ConnectionShown(
            String source,
            String state,
            @Nullable Instant lastSuccessAt,
            @Nullable Long lagSeconds,
            @Nullable Instant nextRunAt,
            @Nullable Instant nextTryAt,
            @Nullable RunShown lastRun,
            HooksShown hooks,
            @Nullable String causeKey) {}

    /** What the last reads brought: rows in all, and how many of them told something new. */
    record RunShown(Instant readAt, int fetched, int changed) {}

    /**
     * How it tells us by itself.
     *
     * @param madeHere how many of its hooks we made; none when they are made by hand
     * @param quietSince since when it told nothing though something happened
     * @param causeKey what keeps hooks from coming or from being made
     */
    record HooksShown(
            @Nullable Instant lastReceivedAt,
            int madeHere,
            @Nullable Instant quietSince,
            @Nullable String causeKey) {}

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
        acts.byPerson(caller, "connections.viewed", "provider", SOURCE);
        return new Connections(practiceClock.instant(), List.of(acuity()));
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
                key(status.cause()));
    }

    /** A run that fails tries again for minutes: then what is wrong matters more than that it runs. */
    private static String state(AcuityConnection.Stored stored, AcuityFreshness.Status status) {
        boolean isWell = status.cause() == null || status.state() == AcuityFreshness.State.QUIET;
        return stored.running() && isWell ? "running" : status.state().word();
    }

    private static @Nullable RunShown shown(AcuityConnection.@Nullable Brought brought) {
        return brought == null ? null : new RunShown(brought.readAt(), brought.fetched(), brought.changed());
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
