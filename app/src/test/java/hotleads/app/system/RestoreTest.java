package hotleads.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotleads.app.RunningDemo;
import hotleads.app.database.DatabaseRole;
import hotleads.app.programs.Role;
import hotleads.app.system.disk.Acuity;
import hotleads.app.system.disk.Browser;
import hotleads.app.system.disk.Somebody;
import hotleads.app.system.disk.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A backup made under load, put on another machine and started there, after somebody in it was erased: nothing that was
 * acknowledged is lost, and nothing of theirs is left or comes back, in the practice that went on and in the restored.
 */
@Tag("system")
class RestoreTest {
    private static final int PER_SECOND = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedIsThereAndWhoWasErasedIsNot() throws Exception {
        Path backup = folder.resolve("backup");
        // With nobody else in it, of whom months would have to be fetched first.
        RunningDemo demo = RunningDemo.empty(folder.resolve("data"), RunningDemo.built());
        Somebody erased = new Somebody(demo, 2);
        Somebody other = new Somebody(demo, 4);
        Load load;
        Set<Long> before;
        try (demo;
                Browser tony = Browser.of(demo);
                Browser rob = Browser.at(demo, "127.0.0.2")) {
            signIn(demo, tony, "tony@demo.test");
            live(demo, tony, erased, other);
            assertFoundEverywhere(Traces.inDatabase(demo, erased));
            load = Load.endless(demo, PER_SECOND);
            await().atMost(PATIENCE).until(() -> load.acknowledged().size() > 2 * PER_SECOND);
            before = Set.copyOf(load.acknowledged());
            List<Long> processes = demo.processes();
            demo.backUp(backup);
            // Everybody goes on working meanwhile.
            await().atMost(PATIENCE).until(() -> load.acknowledged().size() > before.size() + PER_SECOND);
            assertThat(demo.processes()).isEqualTo(processes);
            load.finish();
            signIn(demo, rob, "rob@demo.test");
            erase(tony, rob, erased.person());
            assertGoneForGood(demo, rob, erased, other, load);
            assertTrailsAreWhole(demo, rob);
        }
        assertNothingInFiles(demo, erased, other);

        RunningDemo again = demo.restoredFrom(backup, folder.resolve("restored"));
        try (again;
                Browser rob = Browser.at(again, "127.0.0.2");
                Acuity outside = new Acuity(again)) {
            // Done at the start already, before anybody was answered.
            assertThat(text(again, "SELECT count(*) FROM core.person WHERE id = '" + erased.person() + "'"))
                    .isEqualTo("0");
            assertThat(text(
                            again,
                            "SELECT count(*) FROM core.audit_entry WHERE act = 'erasure.applied' AND subject = '"
                                    + erased.person() + "'"))
                    .as("they were in the backup")
                    .isEqualTo("1");
            Kept kept = Kept.of(again, load.sent());
            assertThat(kept.deliveries().keySet()).containsAll(before);
            assertThat(kept.deliveries().values()).containsOnly(1L);
            assertThat(kept.recorded()).isEqualTo(kept.deliveries());
            // A session, and a factor set up after the backup, are gone with what came after it.
            outside.answersWithoutLimit();
            signIn(again, rob, "rob@demo.test");
            assertGoneForGood(again, rob, erased, other, load);
            assertTrailsAreWhole(again, rob);
            assertANewPerson(again, erased, erased.books(outside));
        }
        assertNothingInFiles(again, erased, other);
    }

    /** With something in everything that the practice keeps of anybody, and at every provider. */
    private static void live(RunningDemo demo, Browser staff, Somebody... all) throws Exception {
        try (Acuity outside = new Acuity(demo);
                Providers providers = new Providers(demo)) {
            outside.answersWithoutLimit();
            Somebody.isSeenBySomebody(staff);
            // Core asks whose calendars are whose at its start, and once a minute.
            ProcessHandle core = ProcessHandle.of(demo.pid(Role.CORE)).orElseThrow();
            core.destroy();
            var _ = core.onExit().join();
            demo.awaitReady();
            for (Somebody one : all) {
                one.comes(outside);
            }
            providers.fetchAll();
            for (Somebody one : all) {
                one.lives(staff, outside);
            }
            providers.awaitSo("SELECT NOT EXISTS (SELECT 1 FROM core.outbox WHERE state = 'sending')");
        }
    }

    private static void assertGoneForGood(RunningDemo demo, Browser admin, Somebody erased, Somebody other, Load load)
            throws Exception {
        await().atMost(PATIENCE)
                .until(() -> text(
                                demo,
                                "SELECT count(*) FROM core.erasure WHERE person_id = '" + erased.person()
                                        + "' AND account_gone_at IS NOT NULL AND seats_gone_at IS NOT NULL")
                        .equals("1"));
        assertThat(Traces.inDatabase(demo, erased)).isEmpty();
        EverythingAgain.at(demo, admin, load.sent());
        assertThat(Traces.inDatabase(demo, erased)).isEmpty();
        assertFoundEverywhere(Traces.inDatabase(demo, other));
    }

    /** The search is one that finds. */
    private static void assertFoundEverywhere(Set<String> traces) {
        assertThat(traces)
                .contains(
                        "address of an account in auth.audit_entry.sealed",
                        "e-mail in core.identity.email",
                        "e-mail of an account in auth.account.email",
                        "first name in core.source_observation.content",
                        "id of a booking in core.attendance.booking_id",
                        "id of a booking in core.google_event.booking_id",
                        "id of a booking in core.source_observation.content",
                        "id of a task in core.crm_task.id",
                        "id of an enquiry in core.crm_record.id",
                        "id of the account in auth.account.id",
                        "id of the person in core.person.id",
                        "last name in core.identity.name",
                        "name of an account in auth.account.display_name",
                        "note in core.act.content",
                        "note of a changed check-in in core.check_in.content",
                        "note of a check-in in core.check_in_change.content",
                        "note of an outcome in core.outcome.note",
                        "phone in core.observation.content");
    }

    /** Whoever's it is: without the keys nothing can be read, and the world outside shows that it would be found. */
    private static void assertNothingInFiles(RunningDemo demo, Somebody... all) throws IOException {
        try (Stream<Path> parts = Files.list(demo.data())) {
            List<Path> ours = parts.filter(part -> !part.endsWith("simulators")).toList();
            for (Somebody one : all) {
                assertThat(Traces.inFiles(ours, one)).isEmpty();
                assertThat(Traces.inFiles(List.of(demo.data().resolve("simulators")), one))
                        .isNotEmpty();
            }
        }
    }

    private static void assertANewPerson(RunningDemo demo, Somebody erased, String booking) {
        String person = await().atMost(PATIENCE)
                .until(
                        () -> text(demo, "SELECT person_id FROM core.booking WHERE id = " + booking),
                        one -> !one.isEmpty());
        assertThat(person).isNotEqualTo(erased.person());
    }

    /** By two administrators, as anybody is erased. */
    private static void erase(Browser tony, Browser rob, String person) throws IOException, InterruptedException {
        String place = "/api/people/" + person + "/erasure";
        String asked = tony.act(
                        place, Map.of("plan", planShownTo(tony, place), "reason", "They asked for it in writing"))
                .path("id")
                .asString();
        rob.act("/api/erasures/" + asked + "/approve", Map.of("plan", planShownTo(rob, place)));
    }

    private static String planShownTo(Browser admin, String place) throws IOException, InterruptedException {
        return admin.read(place).path("plan").asString();
    }

    private static void signIn(RunningDemo demo, Browser browser, String email)
            throws IOException, InterruptedException {
        try (Acuity phone = new Acuity(demo)) {
            browser.act("/auth/sign-in", Map.of("email", email, "password", demo.password()));
            browser.setUp(phone);
        }
    }

    /** Those that came before the backup and had no number yet have theirs: the chain goes on where it ended. */
    private static void assertTrailsAreWhole(RunningDemo demo, Browser admin) throws Exception {
        await().atMost(PATIENCE).until(() -> text(demo, """
                        SELECT count(*) FROM core.audit_entry e
                        WHERE act IN ('hook.received', 'backup.restored')
                          AND NOT EXISTS (SELECT FROM core.audit_link l WHERE l.entry_id = e.id)
                        """).equals("0"));
        String place = "/api/audit/verifications/"
                + admin.act("/api/audit/verifications", Map.of()).path("id").asString();
        await().atMost(PATIENCE)
                .until(() -> !admin.read(place).path("state").asString().equals("running"));
        JsonNode verified = admin.read(place);
        assertThat(verified.path("state").asString()).as("%s", verified).isEqualTo("unbroken");
        assertThat(verified.path("chains").valueStream())
                .hasSize(2)
                .allMatch(chain -> chain.path("entries").asLong() > 0);
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
