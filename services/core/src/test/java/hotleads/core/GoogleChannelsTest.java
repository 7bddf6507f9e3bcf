package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.GoogleChannel;
import hotleads.contracts.GoogleEvent;
import hotleads.contracts.GoogleEventsPage;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.core.calendars.ReadsByHand;
import hotleads.core.connections.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What Google says by itself, for a week at most, and a list of it that does not end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoogleChannelsTest {
    private static final long DANAS = 7;

    private final Clock clock = Clock.systemUTC();
    private final Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    private SomeCore core;
    private SomeGoogle google;

    @BeforeAll
    void start() {
        core = new SomeCore();
        core.auth.googleAddresses.put(DANAS, "dana@practice.example");
        core.settings.put("HOTLEADS_GOOGLE_WEBHOOK_SECRET", "some-google-secret");
        core.settings.put("HOTLEADS_GOOGLE_PUSH", "on");
        core.settings.put("HOTLEADS_PUBLIC_URL", "https://practice.example");
        google = SomeGoogle.answersIn(core.sync);
        core.start();
        core.awaitOnTime();
        // Reads begin when a test says so.
        core.bean(Schedules.class).stop();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @BeforeEach
    void noChannelYet() {
        SomeGoogle.answersIn(core.sync, google);
        google.events.clear();
        core.database.execute("DELETE FROM core.google_channel");
        core.sync.calls.put("google/channels/new", order -> {
            String channel = order.path("query").path("channel").asString();
            return ProviderAnswer.of(
                    new GoogleChannel(channel, "res-" + channel, clock.instant().plus(Duration.ofDays(7))));
        });
        core.sync.answers("google/channels/stop", true);
        core.sync.asked.clear();
    }

    @Test
    void aChannelIsReplacedBeforeItsEndAndAfterIt() {
        all();
        all();
        assertThat(asked("google/channels/new")).as("one is enough for a week").hasSize(1);
        String first = channels().getFirst();

        core.database.execute("UPDATE core.google_channel SET expires_at = now() + interval '2 hours'");
        all();

        assertThat(asked("google/channels/new")).hasSize(2);
        assertThat(asked("google/channels/stop"))
                .singleElement()
                .satisfies(stop -> assertThat(stop.path("channel").asString()).isEqualTo(first));
        assertThat(channels()).hasSize(1).doesNotContain(first);

        core.database.execute("UPDATE core.google_channel SET expires_at = now() - interval '2 hours'");
        all();

        assertThat(asked("google/channels/new"))
                .hasSize(3)
                .extracting(order -> order.path("channel").asString())
                .as("none is ever used again")
                .doesNotHaveDuplicates();
        assertThat(channels()).hasSize(1);
    }

    @Test
    void theOldOneStaysWhileThereIsNoNewOne() {
        all();
        core.database.execute("UPDATE core.google_channel SET expires_at = now() + interval '2 hours'");
        core.sync.fails("google/channels/new", ProviderOutcome.UNCLEAR, "timed-out");

        all();

        assertThat(asked("google/channels/stop")).isEmpty();
        assertThat(channels()).hasSize(1);
    }

    @Test
    void aPageThatComesAgainEndsTheListWithoutLoss() {
        google.busy(
                "first",
                now.plus(Duration.ofDays(2)),
                now.plus(Duration.ofDays(2)).plusSeconds(3_600));
        google.busy(
                "second",
                now.plus(Duration.ofDays(3)),
                now.plus(Duration.ofDays(3)).plusSeconds(3_600));
        google.forgetToken();
        core.sync.calls.put(
                "google/events",
                order -> ProviderAnswer.of(new GoogleEventsPage(
                        List.of(google.events.getOrDefault("first", event("first"))), "again", null, 0)));

        boolean ended = one();

        assertThat(ended).isFalse();
        assertThat(asked("google/events")).hasSizeLessThan(5);
        assertThat(cause()).isEqualTo("bad-content");

        SomeGoogle.answersIn(core.sync, google);
        core.sync.calls.computeIfPresent(
                "google/events",
                (call, list) -> order ->
                        order.path("query").path("pageToken").asString("").equals("again")
                                ? ProviderAnswer.failed(ProviderOutcome.BAD_REQUEST, null, "bad-request")
                                : list.apply(order));
        google.next.clear();
        one();

        assertThat(one()).as("the page token nobody knows is given up").isTrue();
        assertThat(core.jdbc()
                        .sql("SELECT count(*) FROM google_event WHERE calendar_id = ?")
                        .param(DANAS)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    private GoogleEvent event(String id) {
        Instant start = now.plus(Duration.ofDays(2));
        return new GoogleEvent(id, false, start, start.plusSeconds(3_600), false, true, false);
    }

    private void all() {
        core.bean(ReadsByHand.class).all();
    }

    private boolean one() {
        core.jdbc().sql("UPDATE source_state SET resting_until = NULL").update();
        return core.bean(ReadsByHand.class).one(DANAS);
    }

    private List<JsonNode> asked(String call) {
        return core.sync.asked.stream()
                .filter(one -> one.call().equals(call))
                .map(one -> one.query().path("query"))
                .toList();
    }

    private List<String> channels() {
        return core.jdbc()
                .sql("SELECT id FROM google_channel WHERE calendar_id = ?")
                .param(DANAS)
                .query((row, number) -> row.getString("id"))
                .list();
    }

    private String cause() {
        return core.jdbc()
                .sql(
                        "SELECT cause FROM fetch_run WHERE source = 'google' AND account = '7' ORDER BY started_at DESC LIMIT 1")
                .query(String.class)
                .single();
    }
}
