package hotleads.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotleads.app.RunningDemo;
import hotleads.app.database.DatabaseRole;
import hotleads.app.system.disk.Browser;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whatever could bring somebody back: each source from its beginning, each delivery, and all that is derived. */
final class EverythingAgain {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int ALL = 200;
    /** All but what was refused, and what is about no booking. */
    private static final Set<String> MAY_BE_REPLAYED = Set.of("received", "processed", "duplicate", "failed");

    private final Browser admin;
    private final Set<Long> nobodys;

    private EverythingAgain(Browser admin, Set<Long> nobodys) {
        this.admin = admin;
        this.nobodys = nobodys;
    }

    /** @param nobodys what deliveries were about though there is no such booking, which need not be asked for again */
    static void at(RunningDemo demo, Browser admin, Set<Long> nobodys)
            throws IOException, InterruptedException, SQLException {
        EverythingAgain again = new EverythingAgain(admin, nobodys);
        again.readAcuity();
        try (Providers providers = new Providers(demo)) {
            fromTheirBeginning(demo);
            providers.fetchAll();
            providers.run("zoho", "sweep", "sweep-zoho-nightly");
            providers.run("zoom", "sweep", "sweep-zoom-nightly");
            providers.run("google", "sweep", "sweep-google-nightly");
        }
        again.replayInbox();
        again.rebuild();
    }

    /** As an administrator may ask: a month back, four ahead. */
    private void readAcuity() throws IOException, InterruptedException {
        // The one of the start may be running still, and then another is refused.
        String id = await().atMost(PATIENCE)
                .ignoreExceptionsMatching(AssertionError.class::isInstance)
                .until(() -> admin.act("/api/sweeps", Map.of()).path("id").asString(), asked -> !asked.isEmpty());
        String sweep = "/api/sweeps/" + id;
        await().atMost(PATIENCE)
                .until(() -> admin.read(sweep).path("sweep").path("state").asString(), "whole"::equals);
    }

    /** As if nothing had been fetched from Zoho, Zoom and Google yet. */
    private static void fromTheirBeginning(RunningDemo demo) throws SQLException {
        try (Connection owner = demo.connect(DatabaseRole.OWNER);
                Statement statement = owner.createStatement()) {
            statement.execute("DELETE FROM core.fetch_cursor");
            statement.execute("UPDATE core.attendance_look SET next_at = 'epoch'");
        }
    }

    private void replayInbox() throws IOException, InterruptedException {
        List<String> replays = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = admin.read("/api/events?limit=" + ALL + next);
            for (JsonNode event : page.path("items")) {
                if (MAY_BE_REPLAYED.contains(event.path("state").asString())
                        && !nobodys.contains(event.path("bookingId").asLong())) {
                    replays.add("/api/replays/"
                            + admin.act(
                                            "/api/replays",
                                            Map.of("eventId", event.path("id").asString()))
                                    .path("id")
                                    .asString());
                }
            }
            next = page.path("next").asString("").isEmpty()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!next.isEmpty());
        assertThat(replays).isNotEmpty();
        for (String replay : replays) {
            awaitState(replay, "tried");
            admin.act(replay + "/run", Map.of());
        }
        for (String replay : replays) {
            awaitState(replay, "done");
        }
    }

    private void awaitState(String replay, String state) {
        await().atMost(PATIENCE).until(() -> admin.read(replay).path("state").asString(), state::equals);
    }

    private void rebuild() throws IOException, InterruptedException {
        String id = admin.act("/api/rebuilds", Map.of()).path("id").asString();
        await().atMost(PATIENCE)
                .until(() -> admin.read("/api/rebuilds")
                        .path("items")
                        .valueStream()
                        .anyMatch(one -> one.path("id").asString().equals(id) && one.hasNonNull("finishedAt")));
    }
}
