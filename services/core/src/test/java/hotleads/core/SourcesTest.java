package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.core.sources.Brought;
import hotleads.core.sources.Brought.Due;
import hotleads.core.sources.Lane;
import hotleads.core.sources.NotBrought;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceAccess;
import hotleads.core.sources.SourceFreshness;
import hotleads.core.sources.SourceObservations;
import hotleads.core.sources.SourceObservations.Answered;
import hotleads.core.sources.SourceRuns;
import hotleads.core.sources.Turn;
import hotleads.core.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.transaction.support.TransactionTemplate;

/** The way to a provider that gives tokens, and what is known of how fresh it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourcesTest {
    private static final Lane LANE = Lane.of("zoho.test", 1_000);
    private static final ParameterizedTypeReference<ProviderAnswer<String>> TEXT =
            new ParameterizedTypeReference<>() {};

    private final AtomicInteger tokens = new AtomicInteger();
    private final Set<String> good = ConcurrentHashMap.newKeySet();
    private SomeCore core;

    @BeforeAll
    void start() {
        core = new SomeCore();
        core.start();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @BeforeEach
    void nothingYet() {
        core.jdbc().sql("UPDATE provider_account SET sealed = NULL").update();
        core.jdbc()
                .sql(
                        "UPDATE source_state SET resting_until = NULL, cause = NULL, failing_since = NULL, fetched_to = NULL, nothing_since = NULL")
                .update();
        core.jdbc().sql("DELETE FROM source_pause").update();
        tokens.set(0);
        good.clear();
        core.sync.asked.clear();
        core.sync.calls.put("zoho/token", order -> {
            String token = "token-" + tokens.incrementAndGet();
            good.add(token);
            return ProviderAnswer.of(token.getBytes(StandardCharsets.UTF_8));
        });
        core.sync.calls.put("zoho/leads", order -> {
            String token =
                    new String(Base64.getDecoder().decode(order.get("account").asString()), StandardCharsets.UTF_8);
            return good.contains(token)
                    ? ProviderAnswer.of("some leads")
                    : ProviderAnswer.failed(ProviderOutcome.REFUSED_TOKEN, null, "token-refused");
        });
    }

    private ProviderAnswer<String> ask() {
        return ask(Turn.LIVE);
    }

    private ProviderAnswer<String> ask(Turn turn) {
        return core.bean(SourceAccess.class)
                .ask(Source.ZOHO, Source.MAIN, LANE, turn, "/internal/zoho/leads", null, TEXT);
    }

    @Test
    void theFirstCallGetsATokenAndTheNextKeepsIt() {
        assertThat(ask().content()).isEqualTo("some leads");
        assertThat(ask().content()).isEqualTo("some leads");

        assertThat(tokens).hasValue(1);
    }

    @Test
    void anEndedTokenIsReplacedOnce() {
        ask();
        good.clear();

        assertThat(ask().content()).isEqualTo("some leads");
        assertThat(tokens).hasValue(2);
    }

    @Test
    void manyWhoNeedOneAtOnceGetOneBetweenThem() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<ProviderAnswer<String>>> eight = java.util.Collections.nCopies(8, this::ask);

            for (var answer : threads.invokeAll(eight)) {
                assertThat(answer.get().content()).isEqualTo("some leads");
            }
        }

        assertThat(tokens).hasValue(1);
    }

    @Test
    void aFreshTokenThatIsRefusedNeedsAPersonAndNothingMoreIsAsked() {
        core.sync.fails("zoho/leads", ProviderOutcome.REFUSED_TOKEN, "token-refused");

        assertThat(ask().outcome()).isEqualTo(ProviderOutcome.REFUSED_TOKEN);
        assertThat(tokens).hasValue(1);
        assertThat(core.bean(SourceFreshness.class).of(Source.ZOHO).state())
                .isEqualTo(SourceFreshness.State.ACTION_NEEDED);
        core.sync.asked.clear();
        assertThat(ask().outcome()).as("not that it is our pause").isEqualTo(ProviderOutcome.REFUSED_TOKEN);
        assertThat(core.sync.asked).isEmpty();
    }

    @Test
    void whoAsksUsToStayAwayIsLeftAloneThatLong() {
        core.sync.calls.put(
                "zoho/leads", order -> ProviderAnswer.failed(ProviderOutcome.RETRY_LATER, 60_000L, "slow-down"));
        assertThat(ask(Turn.SWEEP).cause()).isEqualTo("slow-down");
        core.sync.asked.clear();

        ProviderAnswer<String> later = ask();

        assertThat(later.retryAfterMillis()).isBetween(30_000L, 60_000L);
        assertThat(core.sync.asked).isEmpty();
    }

    @Test
    void aSyncThatIsJustStartingIsWaitedForByWhoeverHasTheTime() {
        AtomicInteger away = new AtomicInteger(2);
        core.sync.calls.put("zoho/leads", order -> {
            if (away.getAndDecrement() > 0) {
                throw new IllegalStateException("The connection ends");
            }
            return ProviderAnswer.of("some leads");
        });

        assertThat(ask().cause()).as("somebody waits for it").isEqualTo("sync-away");
        assertThat(ask(Turn.SWEEP).content()).isEqualTo("some leads");
    }

    @Test
    void nobodyHasCredentialsYet() {
        core.sync.fails("zoho/token", ProviderOutcome.REFUSED_PERMISSION, "not-connected");

        assertThat(ask().cause()).isEqualTo("not-connected");
        assertThat(core.bean(SourceFreshness.class).of(Source.ZOHO).state())
                .isEqualTo(SourceFreshness.State.NOT_CONNECTED);
    }

    @Test
    void aRunThatEndsWellMakesItFresh() {
        assertThat(run(new Brought(3, 2, 0, Due.SOMETHING))).isTrue();

        SourceFreshness.Status status = core.bean(SourceFreshness.class).of(Source.ZOHO);
        assertThat(status.state()).isEqualTo(SourceFreshness.State.ON_TIME);
        assertThat(status.mayBeBelieved()).isTrue();
        assertThat(entries("provider.fetched")).isPositive();
    }

    @Test
    void aSuccessThatBroughtNothingThoughSomethingWasDueIsLateUntilSomethingComes() {
        run(new Brought(0, 0, 0, Due.SOMETHING));

        SourceFreshness.Status status = core.bean(SourceFreshness.class).of(Source.ZOHO);
        assertThat(status.state()).isEqualTo(SourceFreshness.State.LATE);
        assertThat(status.mayBeBelieved()).isFalse();
        assertThat(status.cause()).isEqualTo("brought-nothing");

        run(new Brought(0, 0, 0, Due.PERHAPS_NOTHING));
        assertThat(core.bean(SourceFreshness.class).of(Source.ZOHO).cause())
                .as("a run that asked for nothing says nothing")
                .isEqualTo("brought-nothing");

        run(new Brought(1, 1, 0, Due.SOMETHING));
        assertThat(core.bean(SourceFreshness.class).of(Source.ZOHO).mayBeBelieved())
                .isTrue();
    }

    @Test
    void allThereIsMayBeNothing() {
        run(new Brought(0, 0, 0, Due.SOMETHING));

        run(new Brought(0, 0, 0, Due.ALL_THERE_IS));

        assertThat(core.bean(SourceFreshness.class).of(Source.ZOHO).state()).isEqualTo(SourceFreshness.State.ON_TIME);
    }

    @Test
    void aRunThatCouldNotGoOnLeavesItsReasonAndAnEntry() {
        long before = entries("provider.not-fetched");

        boolean well = core.bean(SourceRuns.class).run(Source.ZOHO, "delta", () -> {
            throw new NotBrought(ProviderAnswer.failed(ProviderOutcome.UNCLEAR, null, "timeout"));
        });

        assertThat(well).isFalse();
        assertThat(lastRun()).isEqualTo("unclear timeout");
        assertThat(core.bean(SourceFreshness.class).of(Source.ZOHO).cause())
                .as("though no call failed")
                .isEqualTo("timeout");
        assertThat(entries("provider.not-fetched")).isEqualTo(before + 1);
        assertThat(core.bean(SourceFreshness.class).of(Source.ZOHO).state())
                .isEqualTo(SourceFreshness.State.NOT_RUN_YET);
    }

    @Test
    void aPausedSourceIsNotFetched() {
        core.jdbc()
                .sql("INSERT INTO source_pause VALUES ('zoho', now(), ?)")
                .param(SomeCore.TONY)
                .update();

        assertThat(run(new Brought(3, 2, 0, Due.SOMETHING))).isFalse();
    }

    @Test
    void anObservationIsKeptWhenItDiffersAndAnOlderReadChangesNothing() {
        UUID key = UUID.randomUUID();
        core.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> core.bean(Vault.class).newKey(key, "identity"));

        assertThat(keep(10, "there", "{\"a\":1}", key)).isTrue();
        assertThat(keep(12, "there", "{\"a\":1}", key)).isFalse();
        assertThat(keep(11, "there", "{\"a\":2}", key)).isFalse();
        assertThat(keep(13, "gone", null, key)).isTrue();

        assertThat(core.bean(SourceObservations.class).of(Source.ZOHO, 7))
                .extracting(observed -> observed.state() + observed.content())
                .containsExactly("there{\"a\":1}", "gonenull");
    }

    private boolean keep(long ticket, String state, @Nullable String content, UUID key) {
        Instant at = Clock.systemUTC().instant();
        return Boolean.TRUE.equals(core.bean(TransactionTemplate.class)
                .execute(status -> core.bean(SourceObservations.class)
                        .keep(new Answered(Source.ZOHO, 7, ticket, at, state, content), null, key)));
    }

    private boolean run(Brought brought) {
        return core.bean(SourceRuns.class).run(Source.ZOHO, "delta", () -> brought);
    }

    private String lastRun() {
        return core.jdbc()
                .sql("SELECT outcome || ' ' || coalesce(cause, '') FROM fetch_run ORDER BY id DESC LIMIT 1")
                .query(String.class)
                .single();
    }

    private long entries(String act) {
        return core.jdbc()
                .sql("SELECT count(*) FROM audit_entry WHERE act = ?")
                .param(act)
                .query(Long.class)
                .single();
    }
}
