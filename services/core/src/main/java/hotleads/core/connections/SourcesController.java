package hotleads.core.connections;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.SourceAccount;
import hotleads.core.acts.Acts;
import hotleads.core.sources.Lane;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceAccess;
import hotleads.core.sources.SourceHealth;
import hotleads.core.sources.SourceSchedule;
import hotleads.core.sources.Turn;
import hotleads.core.time.PracticeClock;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a person does about a source: fetch now, pause, go on, try or replace the credentials. */
@RestController
class SourcesController {
    private static final Lane TRIED = Lane.of("tried-by-people", 2);
    private static final int MOST_FIELDS = 10;
    /** A service account's file is the longest there is. */
    private static final int MOST_CHARACTERS = 8_192;

    private static final ParameterizedTypeReference<ProviderAnswer<SourceAccount>> ACCOUNT =
            new ParameterizedTypeReference<>() {};

    private final SourceAccess access;
    private final SourceHealth health;
    private final List<SourceSchedule> schedules;
    private final Schedules scheduler;
    private final Acts acts;
    private final JdbcClient jdbc;
    private final PracticeClock practiceClock;
    private final Clock clock;

    SourcesController(
            SourceAccess access,
            SourceHealth health,
            List<SourceSchedule> schedules,
            Schedules scheduler,
            Acts acts,
            JdbcClient jdbc,
            PracticeClock practiceClock,
            Clock clock) {
        this.access = access;
        this.health = health;
        this.schedules = schedules;
        this.scheduler = scheduler;
        this.acts = acts;
        this.jdbc = jdbc;
        this.practiceClock = practiceClock;
        this.clock = clock;
    }

    /**
     * How a try of the credentials went.
     *
     * @param account what they open, when they were taken
     */
    record SourceTried(
            boolean taken,
            Instant at,
            @Nullable String causeKey,
            @Nullable SourceAccount account) {}

    /** Credentials by the names the provider gives them; shown to nobody again. */
    record NewCredentials(@Nullable Map<String, String> fields) {}

    @PostMapping(path = "/api/connections/{source}/test", produces = MediaType.APPLICATION_JSON_VALUE)
    SourceTried test(@PathVariable String source, Caller caller) {
        Source which = known(source);
        // Recorded first: the call itself belongs to no transaction.
        acts.byPerson(caller, "connection.tested", "provider", which.word());
        health.peopleActed(which);
        return tried(
                which,
                access.ask(
                        which, Source.MAIN, TRIED, Turn.LIVE, "/internal/" + which.word() + "/account", null, ACCOUNT));
    }

    @PostMapping(path = "/api/connections/{source}/credentials", produces = MediaType.APPLICATION_JSON_VALUE)
    SourceTried credentials(@PathVariable String source, @RequestBody NewCredentials wanted, Caller caller) {
        Source which = known(source);
        Map<String, String> fields = wanted.fields();
        if (fields == null
                || fields.isEmpty()
                || fields.size() > MOST_FIELDS
                || fields.values().stream().anyMatch(SourcesController::isNoCredential)) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "bad-credentials",
                    "Send each field the provider gave you, none of them empty");
        }
        acts.byPerson(caller, "connection.credentials-changed", "provider", which.word());
        ProviderAnswer<byte[]> made = access.replaceCredentials(which, fields);
        return tried(
                which, new ProviderAnswer<SourceAccount>(made.outcome(), made.retryAfterMillis(), made.cause(), null));
    }

    @PostMapping("/api/connections/{source}/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void run(@PathVariable String source, Caller caller) {
        Source which = known(source);
        acts.byPerson(caller, "connection.run", "provider", which.word());
        health.aPersonMayHaveMended(which);
        schedules.stream().filter(one -> one.source() == which).forEach(one -> scheduler.runNow(one.task()));
    }

    @PostMapping("/api/connections/{source}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void pause(@PathVariable String source, Caller caller) {
        Source which = known(source);
        acts.byPerson(caller, "connection.paused", "provider", which.word());
        jdbc.sql("INSERT INTO source_pause (source, paused_at, paused_by) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(which.word(), Timestamp.from(clock.instant()), caller.accountId())
                .update();
    }

    @PostMapping("/api/connections/{source}/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void resume(@PathVariable String source, Caller caller) {
        Source which = known(source);
        acts.byPerson(caller, "connection.resumed", "provider", which.word());
        jdbc.sql("DELETE FROM source_pause WHERE source = ?")
                .param(which.word())
                .update();
    }

    private SourceTried tried(Source source, ProviderAnswer<SourceAccount> answer) {
        return new SourceTried(
                answer.outcome() == ProviderOutcome.OK,
                practiceClock.instant(),
                answer.outcome() == ProviderOutcome.OK ? null : source.word() + '.' + word(answer.cause()),
                answer.content());
    }

    private static String word(@Nullable String cause) {
        return cause == null ? "unclear" : cause;
    }

    private static boolean isNoCredential(@Nullable String value) {
        return value == null || value.isBlank() || value.length() > MOST_CHARACTERS;
    }

    private static Source known(String word) {
        return Source.of(word)
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND,
                        "no-such-source",
                        "There is no such connection: zoom, zoho and google are"));
    }
}
