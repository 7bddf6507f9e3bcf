package hotleads.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotleads.app.RunningDemo;
import hotleads.app.database.DatabaseRole;
import hotleads.app.system.disk.Acuity;
import hotleads.app.system.disk.Browser;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A backup made under load, put on another machine and started there, after somebody in it was erased. */
@Tag("system")
class RestoreTest {
    private static final int PER_SECOND = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Not the one whose account the demo makes anew at each start. */
    private static final String ANYONE = """
            SELECT person_id FROM core.booking GROUP BY 1 ORDER BY count(*), 1 LIMIT 1
            """;

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedIsThereAndWhoWasErasedIsNot() throws Exception {
        Path backup = folder.resolve("backup");
        RunningDemo demo = RunningDemo.another(folder.resolve("data"));
        Load load;
        Set<Long> before;
        String erased;
        try (demo) {
            load = Load.endless(demo, PER_SECOND);
            await().atMost(PATIENCE).until(() -> load.acknowledged().size() > 2 * PER_SECOND);
            before = Set.copyOf(load.acknowledged());
            erased = text(demo, ANYONE);
            List<Long> processes = demo.processes();
            demo.backUp(backup);
            // Everybody goes on working meanwhile.
            await().atMost(PATIENCE).until(() -> load.acknowledged().size() > before.size() + PER_SECOND);
            assertThat(demo.processes()).isEqualTo(processes);
            load.finish();
            erase(demo, erased);
        }

        try (RunningDemo again = demo.restoredFrom(backup, folder.resolve("restored"))) {
            // Done at the start already, before anybody was answered.
            assertThat(text(again, "SELECT count(*) FROM core.person WHERE id = '" + erased + "'"))
                    .isEqualTo("0");
            assertThat(text(
                            again,
                            "SELECT count(*) FROM core.audit_entry WHERE act = 'erasure.applied' AND subject = '"
                                    + erased + "'"))
                    .as("they were in the backup")
                    .isEqualTo("1");
            Kept kept = Kept.of(again, load.sent());
            assertThat(kept.deliveries().keySet()).containsAll(before);
            assertThat(kept.deliveries().values()).containsOnly(1L);
            assertThat(kept.recorded()).isEqualTo(kept.deliveries());
            assertTrailsAreWhole(again, demo.password());
        }
    }

    /** By two administrators, as anybody is erased. */
    private static void erase(RunningDemo demo, String person) throws IOException, InterruptedException {
        try (Browser tony = Browser.of(demo);
                Browser rob = Browser.at(demo, "127.0.0.2")) {
            signIn(demo, tony, "tony@demo.test", demo.password());
            signIn(demo, rob, "rob@demo.test", demo.password());
            String place = "/api/people/" + person + "/erasure";
            String asked = tony.act(
                            place, Map.of("plan", planShownTo(tony, place), "reason", "They asked for it in writing"))
                    .path("id")
                    .asString();
            rob.act("/api/erasures/" + asked + "/approve", Map.of("plan", planShownTo(rob, place)));
        }
    }

    private static String planShownTo(Browser admin, String place) throws IOException, InterruptedException {
        return admin.read(place).path("plan").asString();
    }

    private static void signIn(RunningDemo demo, Browser browser, String email, String password)
            throws IOException, InterruptedException {
        try (Acuity phone = new Acuity(demo)) {
            browser.act("/auth/sign-in", Map.of("email", email, "password", password));
            browser.setUp(phone);
        }
    }

    /** Those that came before the backup and had no number yet have theirs: the chain goes on where it ended. */
    private static void assertTrailsAreWhole(RunningDemo demo, String password) throws Exception {
        await().atMost(PATIENCE).until(() -> text(demo, """
                        SELECT count(*) FROM core.audit_entry e
                        WHERE act IN ('hook.received', 'backup.restored')
                          AND NOT EXISTS (SELECT FROM core.audit_link l WHERE l.entry_id = e.id)
                        """).equals("0"));
        try (Browser tony = Browser.of(demo)) {
            // A session, and a factor set up after the backup, are gone with what came after it.
            signIn(demo, tony, "tony@demo.test", password);
            String place = "/api/audit/verifications/"
                    + tony.act("/api/audit/verifications", Map.of()).path("id").asString();
            await().atMost(PATIENCE)
                    .until(() -> !tony.read(place).path("state").asString().equals("running"));
            JsonNode verified = tony.read(place);
            assertThat(verified.path("state").asString()).as("%s", verified).isEqualTo("unbroken");
            assertThat(verified.path("chains").valueStream())
                    .hasSize(2)
                    .allMatch(chain -> chain.path("entries").asLong() > 0);
        }
    }

    /** @return the first value, empty without a row */
    private static String text(RunningDemo demo, String sql) throws SQLException {
        try (Connection core = demo.connect(DatabaseRole.CORE);
                Statement statement = core.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
