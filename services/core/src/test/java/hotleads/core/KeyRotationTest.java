package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.audit.chain.ChainLines;
import hotleads.audit.chain.CheckChains;
import hotleads.audit.stored.MakeAnchors;
import hotleads.audit.stored.NumberEntries;
import hotleads.audit.stored.StoredChain;
import hotleads.vault.KeyFile;
import hotleads.vault.KeyPlace;
import hotleads.vault.KeySet;
import hotleads.vault.KeyUnusable;
import hotleads.vault.Purpose;
import hotleads.vault.inuse.KeysInUse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A new key takes the place of each while everything runs, and wherever the job is killed it ends right. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyRotationTest {
    private static final int PEOPLE = 4;

    private final Instant now = Clock.systemUTC().instant();
    private final CrashPoints crashes = new CrashPoints();
    private SomeCore core;
    private JdbcTemplate besides;
    private DataSourceTransactionManager transactions;
    private int arrived;
    private volatile boolean diskIsFull;

    @BeforeAll
    void aPractice() {
        core = new SomeCore(Clock.systemUTC(), context -> {
            context.getBeanFactory().addBeanPostProcessor(crashes);
            context.getBeanFactory().addBeanPostProcessor(new FullDisk());
        });
        core.start();
        core.awaitOnTime();
        for (int person = 0; person < PEOPLE; person++) {
            arrive();
        }
        // Nobody can reach this one: the record's id tells them apart from others of that name.
        core.sync.acuity.put(
                900L,
                appointment(900)
                        .named("Only", "Name")
                        .reachedBy("", null)
                        .at(now.plus(Duration.ofDays(3)))
                        .build());
        core.hook("scheduled", 900);
        core.awaitQuiet();
        SomeCore.await(() -> core.jdbc()
                .sql("SELECT NOT EXISTS (SELECT 1 FROM sweep WHERE state IN ('asked', 'running'))")
                .query(Boolean.class)
                .single());
        core.standStill();
        DriverManagerDataSource source =
                new DriverManagerDataSource(core.database.url() + "?currentSchema=core", "hl_core", "core");
        besides = new JdbcTemplate(source);
        transactions = new DataSourceTransactionManager(source);
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @BeforeEach
    void nothingIsUnderWay() {
        finish();
    }

    @Test
    void thePracticeKeyWrapsAnewAndEverythingStillOpens() {
        UUID old = inForce("practice");

        rotate("practice");
        finish();

        assertThat(inForce("practice")).isNotEqualTo(old);
        assertThat(besides.queryForList("SELECT DISTINCT wrapped_by FROM sealing_key", UUID.class))
                .containsExactly(inForce("practice"));
        assertThat(names("person1")).containsExactly("Ann Person1");
        // What is on the disk opens with the new key alone.
        KeySet keys = new KeyFile(core.keyFile).read();
        besides.query("SELECT id, wrapped, wrapped_by FROM sealing_key", row -> {
            keys.wrapping(inForce("practice")).unwrap(row.getObject(1, UUID.class), row.getBytes(2));
        });
    }

    @Test
    void everyoneIsFoundAndRecognisedThroughoutAndNothingOfTheOldSearchKeyIsLeft() {
        UUID old = inForce("search");
        long observations = count("observation");
        rotate("search");
        do {
            assertThat(names("person1@example.org")).containsExactly("Ann Person1");
            assertThat(names("only")).containsExactly("Only Name");
            arrive();
            assertThat(names("person" + arrived + "@example.org")).containsExactly("Ann Person" + arrived);
            assertThat(names("ann")).hasSize(arrived);
        } while (round());

        long people = count("person");
        for (long again : new long[] {1, 2, 900}) {
            core.hook("changed", again);
        }
        readAll();
        assertThat(count("person")).isEqualTo(people);
        assertThat(count("observation")).isEqualTo(observations + arrived - PEOPLE);
        assertThat(names("2125550101")).containsExactly("Ann Person1");
        assertThat(names("only")).containsExactly("Only Name");
        KeySet keys = new KeyFile(core.keyFile).read();
        for (int person = 1; person <= arrived; person++) {
            assertThat(digests(keys.digests(old).of("email", "person" + person + "@example.org")))
                    .isZero();
            assertThat(digests(keys.digests(inForce("search")).of("email", "person" + person + "@example.org")))
                    .isOne();
        }
        assertThat(shown("search").get("rotation").get("leftOut").asLong()).isZero();
        assertThat(states("search")).containsOnly("in-force", "retired");
    }

    @Test
    void theChainHoldsOverAChangeOfTheAnchorsKey() {
        anchor();
        rotate("anchors");
        finish();
        anchor();

        List<CheckChains.Read> read = CheckChains.check(new ByteArrayInputStream(export()));

        assertThat(read.getFirst().verdict().isUnbroken()).isTrue();
        assertThat(read.getFirst().fingerprints())
                .hasSize(new KeyFile(core.keyFile).read().ids(Purpose.ANCHORS).size())
                .hasSizeGreaterThan(1);
        assertThat(besides.queryForList("SELECT key FROM audit_anchor ORDER BY seq DESC LIMIT 1", byte[].class))
                .containsExactly(core.bean(StoredChain.class).key());
        // Whoever can write the tables, but has none of our keys, signs with one of his own.
        core.database.execute("UPDATE core.audit_anchor SET key = decode(repeat('01', 32), 'hex')"
                + " WHERE seq = (SELECT max(seq) FROM core.audit_anchor)");
        assertThat(CheckChains.check(new ByteArrayInputStream(export()))
                        .getFirst()
                        .verdict()
                        .isUnbroken())
                .isFalse();
        core.database.execute("DELETE FROM core.audit_anchor WHERE key = decode(repeat('01', 32), 'hex')");
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void killedAtAnyStepItEndsRight(Purpose purpose) {
        boolean wasKilled = true;
        int killed = 0;
        for (int boundary = 1; wasKilled; boundary++) {
            crashes.killAt(boundary);
            startAndRun(purpose);
            wasKilled = crashes.restart();
            killed += wasKilled ? 1 : 0;
            if (one("SELECT count(*) FROM key_rotation WHERE finished_at IS NULL", Long.class) == 0) {
                rotate(purpose.word());
            }
            finish();

            assertEverythingIsOfTheKeyInForce();
        }
        assertThat(killed).as("tried").isGreaterThan(10);
    }

    private void startAndRun(Purpose purpose) {
        try {
            core.post("/api/keys/" + purpose.word() + "/rotate", core.tony(), Map.of());
            while (round()) {
                // Until it is done, or dead.
            }
        } catch (CrashPoints.Killed | RuntimeException ended) {
            // As the program would.
        }
    }

    private void assertEverythingIsOfTheKeyInForce() {
        KeySet keys = new KeyFile(core.keyFile).read();
        assertThat(besides.queryForList("SELECT DISTINCT wrapped_by FROM sealing_key", UUID.class))
                .containsExactly(inForce("practice"));
        assertThat(besides.queryForList("SELECT id FROM practice_key", UUID.class))
                .allMatch(keys::holds);
        assertThat(besides.queryForList("SELECT state FROM practice_key", String.class))
                .doesNotContain("retiring");
        assertThat(digests(keys.digests(inForce("search")).of("email", "person1@example.org")))
                .isOne();
        assertThat(one(
                        "SELECT count(*) FROM identity_digest WHERE kind = 'email' AND digest <> ALL (?)",
                        Long.class,
                        (Object) IntStream.rangeClosed(1, arrived)
                                .mapToObj(person ->
                                        keys.digests(inForce("search")).of("email", "person" + person + "@example.org"))
                                .toArray(byte[][]::new)))
                .isZero();
    }

    @Test
    void aProgramThatMeetsAKeyItDoesNotKnowReadsItsKeysAnew() {
        KeysInUse other = keysOf(core.keyFile);
        other.openAtStart();
        for (Purpose purpose : Purpose.values()) {
            rotate(purpose.word());
            finish();
        }

        assertThat(inTransaction(() -> other.holdWrapping().id())).isEqualTo(inForce("practice"));
        assertThat(other.search().asked()).hasSize(1);
        assertThat(other.search().of("email", "a"))
                .isEqualTo(new KeyFile(core.keyFile)
                        .read()
                        .digests(inForce("search"))
                        .of("email", "a"));
        assertThat(inTransaction(() -> other.holdSigner().publicKey()))
                .isEqualTo(core.bean(StoredChain.class).key());
    }

    @Test
    void whoStillHoldsTheOldKeyIsWaitedFor() throws InterruptedException {
        KeysInUse other = keysOf(core.keyFile);
        UUID old = inForce("practice");
        Thread[] asking = new Thread[1];

        UUID held = inTransaction(() -> {
            UUID id = other.holdWrapping().id();
            asking[0] = Thread.ofPlatform().start(() -> rotate("practice"));
            SomeCore.await(() ->
                    one("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted", Long.class) > 0);
            assertThat(inForce("practice")).isEqualTo(old);
            return id;
        });
        asking[0].join();

        assertThat(held).isEqualTo(old);
        assertThat(inForce("practice")).isNotEqualTo(old);
    }

    @Test
    void keysOfAnotherDatabaseAreRefusedWithTheIdThatIsWantedAndTheVariable() throws IOException {
        Path other = Files.createTempDirectory("keys").resolve("other.key");
        KeyFile.createIfAbsent(other);

        assertThatThrownBy(() -> keysOf(other).openAtStart())
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContainingAll("practice key " + inForce("practice"), other.toString(), "HOTLEADS_KEY_FILE");
        assertThat(keysOf(other).problem())
                .hasValueSatisfying(said -> assertThat(said).contains("HOTLEADS_KEY_FILE"));
    }

    @Test
    void anOlderCopyOfTheKeysIsRefusedToo() throws IOException {
        Path copy = Files.createTempDirectory("keys").resolve("copy.key");
        new KeyFile(copy).write(new KeyFile(core.keyFile).read());
        rotate("search");

        assertThatThrownBy(() -> keysOf(copy).openAtStart())
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContaining("search key " + inForce("search"));
    }

    @Test
    void anotherKeyUnderTheNameOfOursIsRefused() throws IOException {
        Path forged = Files.createTempDirectory("keys").resolve("forged.key");
        String ours = Files.readString(core.keyFile);
        String practice = inForce("practice").toString();
        String strange = KeySet.fresh()
                .text()
                .lines()
                .filter(line -> line.startsWith("practice"))
                .findFirst()
                .orElseThrow();
        Files.writeString(
                forged,
                ours.replaceAll(
                        "(?m)^practice " + practice + " .*$", "practice " + practice + ' ' + strange.split(" ", -1)[2]),
                java.nio.file.StandardOpenOption.CREATE);
        Files.setPosixFilePermissions(forged, PosixFilePermissions.fromString("rw-------"));

        assertThatThrownBy(() -> keysOf(forged).openAtStart())
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContaining(practice);
    }

    @Test
    void theApiSaysWhatIsInForceAndRefusesWhatCannotBe() {
        JsonNode before = shown("search");
        rotate("search");

        JsonNode after = shown("search");
        assertThat(after.get("id").asString()).isNotEqualTo(before.get("id").asString());
        assertThat(Instant.parse(after.get("since").asString()))
                .isAfter(Instant.parse(before.get("since").asString()));
        assertThat(after.get("rotation").get("rows").asLong()).isEqualTo(count("identity") + count("observation"));
        assertThat(after.get("rotation").get("done").asLong()).isZero();
        assertThat(refusal("practice")).isEqualTo("409 rotation-running");
        assertThat(refusal("tokens")).isEqualTo("404 no-such-key");
        finish();
        assertThat(shown("search").get("rotation").get("finishedAt").asString()).isNotEmpty();
        assertThat(shown("search").get("rotation").get("done").asLong())
                .isEqualTo(shown("search").get("rotation").get("rows").asLong());
    }

    @Test
    void aKeyThatCannotBeKeptIsNotPutInForce() {
        UUID old = inForce("search");
        diskIsFull = true;
        try {
            assertThat(refusal("search")).isEqualTo("409 keys-not-writable");
        } finally {
            diskIsFull = false;
        }
        assertThat(inForce("search")).isEqualTo(old);
        assertThat(new KeyFile(core.keyFile).read().newest(Purpose.SEARCH)).isEqualTo(old);
    }

    /** The key file on a disk that may be full. */
    private final class FullDisk implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof KeyPlace place ? new Place(place) : bean;
        }

        private final class Place implements KeyPlace {
            private final KeyPlace place;

            Place(KeyPlace place) {
                this.place = place;
            }

            @Override
            public KeySet read() {
                return place.read();
            }

            @Override
            public void write(KeySet keys) {
                if (diskIsFull) {
                    throw new UncheckedIOException(new IOException("No space left on device"));
                }
                place.write(keys);
            }

            @Override
            public String name() {
                return place.name();
            }
        }
    }

    private void arrive() {
        arrived++;
        long id = arrived;
        core.sync.acuity.put(
                id,
                appointment(id)
                        .named("Ann", "Person" + id)
                        .reachedBy("person" + id + "@example.org", "212 555 01%02d".formatted(id))
                        .at(now.plus(Duration.ofDays(2 + id)))
                        .build());
        core.hook("scheduled", id);
        readAll();
    }

    private void readAll() {
        if (core.job("readWaitingAppointments").isRunning()) {
            core.awaitQuiet();
            return;
        }
        while (core.jdbc()
                        .sql("SELECT count(*) FROM look_again WHERE done < asked")
                        .query(Long.class)
                        .single()
                > 0) {
            roundOf("readWaitingAppointments");
        }
    }

    private boolean round() {
        roundOf("rotating");
        return one("SELECT EXISTS (SELECT 1 FROM key_rotation WHERE finished_at IS NULL)", Boolean.class);
    }

    private void roundOf(String job) {
        try {
            core.job(job).round();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void finish() {
        while (one("SELECT EXISTS (SELECT 1 FROM key_rotation WHERE finished_at IS NULL)", Boolean.class)) {
            roundOf("rotating");
        }
    }

    private void rotate(String purpose) {
        assertThat(core.post("/api/keys/" + purpose + "/rotate", core.tony(), Map.of())
                        .statusCode())
                .isEqualTo(202);
    }

    private String refusal(String purpose) {
        var answer = core.post("/api/keys/" + purpose + "/rotate", core.tony(), Map.of());
        return answer.statusCode() + " " + core.json(answer).get("code").asString();
    }

    private JsonNode shown(String purpose) {
        return core.json(core.get("/api/keys", core.tony()))
                .get("items")
                .valueStream()
                .filter(key -> key.get("purpose").asString().equals(purpose))
                .findFirst()
                .orElseThrow();
    }

    private <T> T one(String sql, Class<T> type, Object... parameters) {
        return Objects.requireNonNull(besides.queryForObject(sql, type, parameters));
    }

    private UUID inForce(String purpose) {
        return one("SELECT id FROM practice_key WHERE purpose = ? AND state = 'in-force'", UUID.class, purpose);
    }

    private List<@Nullable String> states(String purpose) {
        return besides.queryForList("SELECT state FROM practice_key WHERE purpose = ?", String.class, purpose);
    }

    private List<String> names(String typed) {
        return core.json(core.post("/api/people/search", core.tony(), Map.of("text", typed)))
                .get("hits")
                .valueStream()
                .map(hit -> hit.get("lead").get("name").asString())
                .toList();
    }

    private long digests(byte[] digest) {
        return one("SELECT count(*) FROM identity_digest WHERE digest = ?", Long.class, digest);
    }

    private long count(String table) {
        return one("SELECT count(*) FROM " + table, Long.class);
    }

    private void anchor() {
        NumberEntries numbering = core.bean(NumberEntries.class);
        core.get("/api/rebuilds", core.tony());
        while (numbering.round() > 0) {
            // Until all have their number.
        }
        // A minute later each time.
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1 + count("audit_anchor")));
        new MakeAnchors(
                        besides,
                        transactions,
                        java.util.Optional.empty(),
                        "core",
                        core.bean(hotleads.audit.stored.AnchorSigners.class),
                        later)
                .round();
    }

    private byte[] export() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ChainLines lines = new ChainLines(out)) {
            core.bean(StoredChain.class).read(lines, () -> true);
        }
        return out.toByteArray();
    }

    private KeysInUse keysOf(Path file) {
        return new KeysInUse(new KeyFile(file), besides, transactions, Clock.systemUTC());
    }

    private <T> T inTransaction(java.util.function.Supplier<T> act) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> act.get()));
    }
}
