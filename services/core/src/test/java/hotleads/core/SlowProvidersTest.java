package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.core.connections.Schedules;
import hotleads.core.sources.Lane;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceAccess;
import hotleads.core.sources.Turn;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;

/** Providers that take a minute for each answer, all they are asked at once: the others are fetched as ever. */
class SlowProvidersTest {
    private static final List<String> OF_ZOHO = List.of("leads", "contacts", "tasks", "deleted", "channel", "token");
    private static final int ASKING = 9;

    private final CountDownLatch isOver = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();
    private SomeCore core;

    @BeforeEach
    void start() {
        core = new SomeCore();
        core.auth.googleAddresses.put(7L, "dana@practice.example");
        core.auth.zoomHosts.put(7L, "dana@practice.example");
        SomeGoogle.answersIn(core.sync);
    }

    @AfterEach
    void stop() {
        isOver.countDown();
        core.close();
    }

    @Test
    void threeThatAreDeadKeepTheFourthNotWaiting() {
        core.start();
        core.awaitOnTime();
        over();
        OF_ZOHO.forEach(call -> core.sync.calls.put("zoho/" + call, order -> silence()));
        core.sync.calls.put("zoom/runs", order -> silence());
        core.sync.calls.put("zoom/token", order -> silence());
        core.sync.onTheWay = answer -> {
            silence();
            return answer;
        };
        Schedules schedules = core.bean(Schedules.class);
        List.of("fetch-zoho", "sweep-zoho-nightly", "fetch-zoom", "sweep-acuity", "sweep-acuity-nightly")
                .forEach(schedules::runNow);
        SomeCore.await(() -> running() > 3);
        int before = done();

        schedules.runNow("read-google");

        SomeCore.await(() -> done() > before);
        assertThat(isOver.getCount()).as("the others wait still").isOne();
    }

    /** A session that Zoom is asked about. */
    private void over() {
        core.sync.acuity.put(
                1L,
                SomeAppointments.appointment(1)
                        .named("Ida", "Over")
                        .at(Clock.systemUTC().instant().minus(Duration.ofHours(5)))
                        .in(7)
                        .build());
        core.hook("scheduled", 1);
        core.awaitQuiet();
    }

    private int running() {
        return count("scheduled_tasks WHERE picked");
    }

    private int done() {
        return count("fetch_run WHERE source = 'google' AND account = '7' AND outcome = 'done'");
    }

    private int count(String rows) {
        return core.jdbc()
                .sql("SELECT count(*) FROM " + rows)
                .query(Integer.class)
                .single();
    }

    @Test
    void oneThatGivesNoTokenHoldsOneConnectionHoweverManyWantIt() throws InterruptedException {
        core.start();
        core.awaitOnTime();
        core.standStill();
        core.sync.answers("zoho/leads", "some leads");
        core.sync.calls.put("zoho/token", order -> {
            silence();
            return ProviderAnswer.of("token".getBytes(StandardCharsets.UTF_8));
        });
        AtomicInteger answered = new AtomicInteger();

        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < ASKING; i++) {
                all.execute(() -> {
                    ProviderAnswer<String> answer = core.bean(SourceAccess.class)
                            .ask(
                                    Source.ZOHO,
                                    Source.MAIN,
                                    Lane.of("some", 1_000),
                                    Turn.LIVE,
                                    "/internal/zoho/leads",
                                    null,
                                    new ParameterizedTypeReference<ProviderAnswer<String>>() {});
                    if (answer.outcome() == ProviderOutcome.OK) {
                        answered.incrementAndGet();
                    }
                });
            }
            SomeCore.await(() -> waiting.get() > 0);
            SomeCore.await(() -> held() == 1);
            isOver.countDown();
        }

        assertThat(answered).hasValue(ASKING);
        assertThat(waiting).as("asked for a token").hasValue(1);
    }

    /** Connections of core's that are in the middle of a transaction. */
    private int held() {
        try (Connection connection = core.database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND usename = 'hl_core' AND state = 'idle in transaction'")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private ProviderAnswer<?> silence() {
        waiting.incrementAndGet();
        try {
            isOver.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return ProviderAnswer.failed(ProviderOutcome.UNCLEAR, null, "timed-out");
    }
}
