package hotleads.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.auth.Answer;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestBrowser;
import hotleads.auth.TestDatabase;
import hotleads.auth.TestPerson;
import hotleads.vault.KeyFile;
import hotleads.vault.KeyUnusable;
import hotleads.vault.inuse.KeysInUse;
import hotleads.vault.inuse.Rotations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

class KeyRotationTest extends RunningAuth {
    private final Rotations rotations;
    private final JdbcTemplate jdbc;
    private final PlatformTransactionManager transactions;

    KeyRotationTest(
            @Autowired Rotations rotations,
            @Autowired JdbcTemplate jdbc,
            @Autowired PlatformTransactionManager transactions) {
        this.rotations = rotations;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Test
    void thePracticeKeyWrapsAnewAndPeopleStaySignedIn() {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");

        rotate(admin, "practice");
        finish();

        assertThat(admin.browser().state()).isEqualTo("signed-in");
        assertThat(admin.signInAgain(gateway(), clock).state()).isEqualTo("signed-in");
        assertThat(jdbc.queryForList("SELECT DISTINCT wrapped_by FROM sealing_key", UUID.class))
                .containsExactly(inForce("practice"));
    }

    @Test
    void everyoneSignsInWhileTheSearchKeyChangesAndAfterwards() throws SQLException {
        TestPerson.setUp(gateway(), "client");
        TestPerson admin = notTheFirst("admin");
        TestPerson other = notTheFirst("client");
        String invited = TestPerson.freshEmail();
        Answer invite = gateway().invite(invited, "Someone", "client");
        UUID old = inForce("search");

        TestBrowser newcomer = gateway().browser();
        try (Connection besides = TestDatabase.asSuperuser()) {
            besides.setAutoCommit(false);
            // The job stands at this account until it is let go on, and so would its own sign-in.
            besides.createStatement().execute("SELECT 1 FROM account ORDER BY id LIMIT 1 FOR UPDATE");
            rotate(admin, "search");

            assertThat(other.signInAgain(gateway(), clock).state()).isEqualTo("signed-in");
            TestPerson.accept(invite, newcomer);
            assertThat(newcomer.state()).isEqualTo("set-up");
            assertThat(gateway().invite(other.email(), "Someone", "client").status())
                    .isEqualTo(409);
            assertThat(inForce("search")).isNotEqualTo(old);
            besides.rollback();
        }
        finish();

        assertThat(other.signInAgain(gateway(), clock).state()).isEqualTo("signed-in");
        assertThat(gateway().invite(invited, "Someone", "client").status()).isEqualTo(409);
        assertThat(gateway().invite(other.email(), "Someone", "client").status())
                .isEqualTo(409);
        KeysInUse keys = keysOf(Path.of(System.getProperty("HOTLEADS_KEY_FILE")));
        assertThat(found(keys.search().of("email", other.email()))).isOne();
        assertThat(found(new KeyFile(Path.of(System.getProperty("HOTLEADS_KEY_FILE")))
                        .read()
                        .digests(old)
                        .of("email", other.email())))
                .isZero();
        assertThat(jdbc.queryForList("SELECT state FROM practice_key WHERE id = ?", String.class, old))
                .containsExactly("retired");
    }

    @Test
    void recoveryCodesOnPaperGoOnWorking() {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");

        rotate(admin, "search");
        finish();

        TestBrowser browser = gateway().browser();
        browser.signIn(admin.email(), admin.password());
        assertThat(browser.post(
                                "/auth/recovery",
                                Map.of("code", admin.recoveryCodes().get(2)))
                        .text("state"))
                .isEqualTo("set-up");
    }

    @Test
    void theApiSaysWhatIsInForceAndOnlyToAdministrators() {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        rotate(admin, "anchors");
        finish();

        Answer keys = gateway().get("/auth/admin/keys", tokenOf(admin));

        assertThat(keys.json()
                        .path("items")
                        .valueStream()
                        .map(key -> key.path("purpose").asString()))
                .containsExactly("practice", "search", "anchors");
        assertThat(keys.json()
                        .path("items")
                        .get(2)
                        .path("rotation")
                        .path("finishedAt")
                        .asString())
                .isNotEmpty();
        assertThat(gateway()
                        .post("/auth/admin/keys/tokens/rotate", Map.of(), tokenOf(admin))
                        .outcome())
                .isEqualTo("404 no-such-key");
        for (String role : new String[] {"practitioner", "client"}) {
            TestPerson person = TestPerson.setUp(gateway(), role);
            assertThat(gateway().get("/auth/admin/keys", tokenOf(person)).outcome())
                    .isEqualTo("403 not-allowed");
            assertThat(gateway()
                            .post("/auth/admin/keys/search/rotate", Map.of(), tokenOf(person))
                            .outcome())
                    .isEqualTo("403 not-allowed");
        }
        assertThat(jdbc.queryForList(
                        "SELECT DISTINCT act FROM audit_entry WHERE act LIKE 'key%' ORDER BY act", String.class))
                .containsExactly("key.rotated", "key.rotation-started");
    }

    @Test
    void keysOfAnotherDatabaseAreRefusedWithTheIdThatIsWantedAndTheVariable() throws IOException {
        Path other = Files.createTempDirectory("keys").resolve("other.key");
        KeyFile.createIfAbsent(other);

        assertThatThrownBy(() -> keysOf(other).openAtStart())
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContainingAll("practice key " + inForce("practice"), other.toString(), "HOTLEADS_KEY_FILE");
    }

    private TestPerson notTheFirst(String role) {
        TestPerson person;
        do {
            person = TestPerson.setUp(gateway(), role);
        } while (one("SELECT id::text FROM account ORDER BY id LIMIT 1", String.class)
                .equals(idOf(person)));
        return person;
    }

    private static String idOf(TestPerson person) {
        return person.browser()
                .get("/auth/session")
                .json()
                .path("account")
                .path("id")
                .asString();
    }

    private void rotate(TestPerson admin, String purpose) {
        finish();
        assertThat(gateway()
                        .post("/auth/admin/keys/" + purpose + "/rotate", Map.of(), tokenOf(admin))
                        .status())
                .isEqualTo(202);
    }

    /** Beside the job, which does the same. */
    private void finish() {
        while (one("SELECT EXISTS (SELECT 1 FROM key_rotation WHERE finished_at IS NULL)", Boolean.class)) {
            rotations.round();
        }
    }

    private <T> T one(String sql, Class<T> type, Object... parameters) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, type, parameters));
    }

    private UUID inForce(String purpose) {
        return one("SELECT id FROM practice_key WHERE purpose = ? AND state = 'in-force'", UUID.class, purpose);
    }

    private long found(byte[] digest) {
        return one("SELECT count(*) FROM account WHERE email_digest = ?", Long.class, digest);
    }

    private KeysInUse keysOf(Path file) {
        return new KeysInUse(new KeyFile(file), jdbc, transactions, clock);
    }

    private String tokenOf(TestPerson person) {
        return gateway().exchange(person.browser().session(), "auth").text("access_token");
    }
}
