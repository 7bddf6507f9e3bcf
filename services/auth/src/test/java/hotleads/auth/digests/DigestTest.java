package hotleads.auth.digests;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.Answer;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestDatabase;
import hotleads.auth.TestPerson;
import hotleads.auth.TestServices;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.notices.Mailing;
import hotleads.auth.resets.Resets;
import hotleads.auth.trail.Trail;
import hotleads.contracts.DigestLine;
import hotleads.contracts.DigestsTaken;
import hotleads.contracts.NewDigests;
import hotleads.contracts.NewDigests.OfPractitioner;
import hotleads.platform.time.HandClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts of core's, as mails to those they are for. */
class DigestTest extends RunningAuth {
    private static final LocalDate DAY = LocalDate.of(2030, 11, 26);

    /** As core sends it. */
    private static final Map<String, ?> SOME =
            Map.of("day", "2030-11-26", "administrators", Map.of("HOT", 1), "practitioners", List.of());

    private final Mailing mailing;
    private final DigestController digests;
    private final TransactionTemplate together;

    DigestTest(
            @Autowired JdbcClient jdbc,
            @Autowired Accounts accounts,
            @Autowired Resets resets,
            @Autowired Trail trail,
            @Autowired PlatformTransactionManager transactions,
            @Autowired HandClock time) {
        this.together = new TransactionTemplate(transactions);
        this.mailing = new Mailing(jdbc, accounts, trail, transactions, time);
        this.digests = new DigestController(accounts, mailing.notices, resets, trail);
    }

    @BeforeEach
    void nobodyElseIsThere() throws SQLException {
        run("UPDATE notice SET over_at = now() WHERE over_at IS NULL");
        run("UPDATE account SET locked_at = now() WHERE locked_at IS NULL");
        run("UPDATE factor_reset SET state = 'stopped' WHERE state IN ('asked', 'waiting')");
        run("UPDATE notice SET day = NULL WHERE day IS NOT NULL");
    }

    @AfterEach
    void stop() throws Exception {
        run("UPDATE account SET locked_at = NULL");
        mailing.close();
    }

    @Test
    void goToEachAdministratorAndPractitionerWithTheirOwnNumbersAndNobodysName() {
        TestPerson tony = TestPerson.setUp(gateway(), "admin");
        TestPerson dana = TestPerson.setUp(gateway(), "practitioner");
        TestPerson.setUp(gateway(), "practitioner");
        TestPerson client = TestPerson.setUp(gateway(), "client");

        DigestsTaken taken = take(new NewDigests(
                DAY,
                Map.of(
                        DigestLine.CALL_BACKS,
                        2,
                        DigestLine.NEW_HOT,
                        1,
                        DigestLine.HOT,
                        3,
                        DigestLine.CONFIRM,
                        0,
                        DigestLine.ERASURES,
                        1),
                List.of(
                        new OfPractitioner(
                                UUID.fromString(dana.id()), Map.of(DigestLine.SESSIONS, 3, DigestLine.CARE, 1)),
                        new OfPractitioner(UUID.fromString(client.id()), Map.of(DigestLine.SESSIONS, 9)),
                        new OfPractitioner(UUID.randomUUID(), Map.of(DigestLine.SESSIONS, 9)))));
        mailing.run();

        assertThat(taken).isEqualTo(new DigestsTaken(true, 2));
        assertThat(mailing.digests()).hasSize(2);
        assertThat(mailTo(tony))
                .contains(
                        "Subject: What waits today",
                        "Tue 26 Nov",
                        "- 2 call-backs due\n",
                        "- 1 person newly hot\n",
                        "- 3 people hot on the list\n",
                        "- 1 erasure to decide\n")
                .doesNotContain("confirm", "session", "Someone", tony.id());
        assertThat(mailTo(dana))
                .contains("- 3 sessions today\n", "- 1 care check-in to answer\n")
                .doesNotContain("call-back", "Someone", dana.id());
        assertThat(mailTo(dana).split("https?://", -1)).hasSize(2);
    }

    @Test
    void areSentOnceOfOneDayHoweverOftenTheyAreTold() {
        TestPerson tony = TestPerson.setUp(gateway(), "admin");
        assertThat(take(quiet(DAY)).mails()).isEqualTo(1);
        mailing.run();

        assertThat(take(quiet(DAY)).mails()).isZero();
        mailing.run();
        assertThat(mailing.digests()).hasSize(1);
        assertThat(mailTo(tony)).contains("A quiet morning. Nothing waits for you.");

        take(quiet(DAY.plusDays(1)));
        mailing.run();
        assertThat(mailing.digests()).hasSize(2);
    }

    @Test
    void comeLaterWhenTheMailServerWasAwayAndNotTheDayAfter() {
        TestPerson.setUp(gateway(), "admin");
        take(quiet(DAY));
        mailing.refuse(true);
        mailing.run();
        mailing.refuse(false);
        clock.forward(Duration.ofMinutes(1));
        mailing.run();
        assertThat(mailing.digests()).hasSize(1);

        take(quiet(DAY.plusDays(1)));
        mailing.refuse(true);
        clock.forward(Duration.ofHours(12).plusSeconds(1));
        mailing.run();
        mailing.refuse(false);
        clock.forward(Duration.ofHours(1));
        mailing.run();

        assertThat(mailing.digests()).hasSize(1);
    }

    @Test
    void tellAnAdministratorOfApprovalsThatWaitForThem() {
        TestPerson tony = TestPerson.setUp(gateway(), "admin");
        TestPerson rob = TestPerson.setUp(gateway(), "admin");
        TestPerson dana = TestPerson.setUp(gateway(), "practitioner");
        rob.stepUp(clock);
        Answer asked = gateway()
                .post(
                        "/auth/admin/people/" + dana.id() + "/resets",
                        Map.of("reason", "New phone", "identityCheck", "Saw her"),
                        rob.token(gateway()));
        assertThat(asked.status()).isBetween(200, 299);

        take(quiet(DAY));
        mailing.run();

        assertThat(mailTo(tony)).contains("- 1 approval\n");
        assertThat(mailTo(rob)).contains("A quiet morning");
    }

    @Test
    void areNobodysButCoresToTell() {
        for (String service : List.of("gateway", "webhooks", "sync", "launcher")) {
            assertThat(gateway()
                            .askToken(TestServices.assertion(service, clock.instant()), "auth", "digest.send")
                            .status())
                    .isEqualTo(400);
        }
        TestPerson tony = TestPerson.setUp(gateway(), "admin");
        assertThat(gateway()
                        .post("/internal/digests", SOME, tony.token(gateway()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void areTakenAndNotMailedWithoutAMailServer() {
        String token = gateway().token("core", "auth", "digest.send");

        Answer taken = gateway().post("/internal/digests", SOME, token);

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body()).isEqualTo("{\"mailed\":false,\"mails\":0}");
        assertThat(gateway()
                        .post("/internal/digests", Map.of("day", "2030-11-26"), token)
                        .status())
                .isEqualTo(400);
        assertThat(gateway()
                        .post(
                                "/internal/digests",
                                Map.of(
                                        "day",
                                        "2030-11-26",
                                        "administrators",
                                        Map.of("HOT", -1),
                                        "practitioners",
                                        List.of()),
                                token)
                        .status())
                .isEqualTo(422);
    }

    private DigestsTaken take(NewDigests told) {
        return Objects.requireNonNull(together.execute(status -> digests.take(told, () -> "core")));
    }

    private static NewDigests quiet(LocalDate day) {
        return new NewDigests(day, Map.of(DigestLine.HOT, 0), List.of());
    }

    private String mailTo(TestPerson person) {
        return mailing.digests().stream()
                .filter(mail -> mail.contains("To: " + person.email()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static void run(String sql) throws SQLException {
        try (var connection = TestDatabase.asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
