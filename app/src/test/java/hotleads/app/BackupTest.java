package hotleads.app;

import static hotleads.app.BackedUpPractice.programs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hotleads.app.console.Refusal;
import hotleads.app.database.Schema;
import hotleads.app.folder.FolderLock;
import hotleads.app.folder.OwnerOnly;
import hotleads.app.programs.Installation;
import hotleads.vault.KeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./hotleads backup} and {@code ./hotleads restore}, over the real migrations and a server of our own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupTest {
    private static final String SESSIONS = "auth.session";
    private static final String OUTBOX = "core.outbox";
    private static final String TRAIL = "core.audit_entry";

    @TempDir
    Path temporary;

    private Installation programs;
    private BackedUpPractice practice;
    private Path backup;
    private Map<String, List<String>> before;
    private String said = "";

    @BeforeAll
    void backUp(@TempDir Path folder) throws SQLException {
        programs = programs(folder.resolve("programs"), every -> true);
        practice = new BackedUpPractice(folder.resolve("practice"), programs).filled();
        backup = folder.resolve("backup");
        backup(practice, backup, Map.of());
        before = practice.rows();
    }

    private void backup(BackedUpPractice of, Path file, Map<String, String> environment) {
        SomeSurroundings surroundings = new SomeSurroundings();
        new RunBackup(
                        BackupOptions.parse(
                                List.of(
                                        "backup",
                                        file.toString(),
                                        "--data",
                                        of.root().toString()),
                                temporary),
                        surroundings.with(environment))
                .run();
        said = surroundings.said();
    }

    private void restore(Path file, Path data, String... further) {
        restore(programs, file, data, Map.of(), further);
    }

    private void restore(Installation by, Path file, Path data, Map<String, String> environment, String... further) {
        List<String> arguments = new ArrayList<>(List.of("restore", file.toString(), "--data", data.toString()));
        arguments.addAll(List.of(further));
        SomeSurroundings surroundings = new SomeSurroundings();
        new RunRestore(BackupOptions.parse(arguments, temporary), by, surroundings.with(environment)).run();
        said = surroundings.said();
    }

    private String refusal(Runnable what) {
        return catchThrowableOfType(Refusal.class, what::run).sentence();
    }

    private String keys() {
        return practice.folder().keys().toString();
    }

    @Test
    void everyRowComesBackAsItWas() throws Exception {
        Path data = temporary.resolve("restored");

        restore(backup, data, "--keys", keys());

        Map<String, List<String>> after = new BackedUpPractice(data, programs).rows();
        assertThat(before.values().stream().filter(rows -> !rows.isEmpty())).hasSizeGreaterThan(80);
        assertThat(without(after, SESSIONS, OUTBOX, TRAIL)).isEqualTo(without(before, SESSIONS, OUTBOX, TRAIL));
        assertThat(after.get(TRAIL))
                .containsAll(Objects.requireNonNull(before.get(TRAIL)).stream()
                        .filter(entry -> !entry.contains("backup.made"))
                        .toList());
        assertThat(said).contains("The trail of core: 3 entries, unbroken", "The trail of auth: 3 entries, unbroken");
        assertThat(Files.readString(data.resolve("keys/core.key")))
                .isEqualTo(Files.readString(practice.folder().keys().resolve("core.key")));
    }

    @Test
    void theAccountsOfADemoKeepTheirPassword() throws Exception {
        Path copies = temporary.resolve("copies");
        OwnerOnly.copyFolder(practice.folder().keys(), copies);
        OwnerOnly.write(copies.resolve("demo-password"), "as-it-was-there");
        Path data = temporary.resolve("restored");

        restore(backup, data, "--keys", copies.toString());

        assertThat(data.resolve("keys/demo-password")).hasContent("as-it-was-there");
    }

    @Test
    void whatMayHaveChangedSinceIsNotTakenForGranted() throws SQLException {
        Path data = temporary.resolve("restored");

        restore(backup, data, "--keys", keys());

        Map<String, List<String>> after = new BackedUpPractice(data, programs).rows();
        assertThat(before.get(SESSIONS)).isNotEmpty();
        assertThat(after.get(SESSIONS)).isEmpty();
        new BackedUpPractice(data, programs).whileItRuns(database -> {
            try (Connection owner =
                    database.connect("hl_owner", new BackedUpPractice(data, programs).password("hl_owner"))) {
                assertThat(BackedUpPractice.ask(owner, "SELECT DISTINCT unsure::text FROM core.outbox"))
                        .containsExactly("true");
                assertThat(BackedUpPractice.ask(
                                owner, "SELECT act FROM core.audit_entry WHERE act LIKE 'backup.%' ORDER BY at"))
                        .containsExactly("backup.begun", "backup.restored");
            }
        });
    }

    private static Map<String, List<String>> without(Map<String, List<String>> rows, String... tables) {
        Map<String, List<String>> rest = new TreeMap<>(rows);
        rest.keySet().removeAll(Arrays.asList(tables));
        return rest;
    }

    @Test
    void aBackupThatIsDamagedAnywhereIsRefusedBeforeAnythingIsTouched() throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        List<byte[]> damaged = new ArrayList<>();
        IntStream.range(0, 120).map(n -> (int) ((long) whole.length * n / 120)).forEach(at -> {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << at % 8);
            damaged.add(flipped);
        });
        byte[] last = whole.clone();
        last[whole.length - 1] ^= 1;
        damaged.add(last);
        for (int length : new int[] {0, 1, 17, 18, 400, whole.length / 2, whole.length - 17, whole.length - 1}) {
            damaged.add(Arrays.copyOf(whole, length));
        }
        damaged.add(Arrays.copyOf(whole, whole.length + 1));

        Path file = temporary.resolve("damaged");
        for (byte[] one : damaged) {
            Files.write(file, one);
            assertThat(refusal(() -> restore(file, temporary.resolve("target"), "--keys", keys())))
                    .containsAnyOf("is damaged", "is no backup", "another backup key", "another version");
        }
        assertThat(temporary.resolve("target")).doesNotExist();
    }

    @Test
    void anotherPracticesKeysAreRefusedBeforeAnythingIsTouched() throws IOException, SQLException {
        Path target = temporary.resolve("target");
        Path others = Files.createDirectory(temporary.resolve("others"));
        BackedUpPractice other =
                new BackedUpPractice(temporary.resolve("other"), programs(temporary.resolve("p"), every -> true));
        other.filled();
        Path foreign = temporary.resolve("foreign");
        backup(other, foreign, Map.of());

        assertThat(refusal(() -> restore(foreign, target, "--keys", keys()))).contains("another backup key");

        for (String name : List.of("auth.key", "sync.key", "backup.key")) {
            Files.copy(practice.folder().keys().resolve(name), others.resolve(name));
        }
        assertThat(refusal(() -> restore(backup, target, "--keys", others.toString())))
                .contains("core.key", "cannot be read", "--keys DIR");
        KeyFile.createIfAbsent(others.resolve("core.key"));
        assertThat(refusal(() -> restore(backup, target, "--keys", others.toString())))
                .contains("The backup needs core's key", "does not hold it");
        assertThat(refusal(() -> restore(backup, target))).contains("cannot be read", "--keys DIR");
        assertThat(target).doesNotExist();
    }

    @Test
    void theErasureLedgerIsPutInItsPlaceWhenItIsThisPractices() throws Exception {
        Path target = temporary.resolve("target");
        Path ledger = temporary.resolve("ledger");
        List<String> id = new ArrayList<>();
        practice.whileItRuns(database -> {
            try (Connection owner = database.connect("hl_owner", practice.password("hl_owner"))) {
                id.addAll(BackedUpPractice.ask(owner, "SELECT id::text FROM core.erasure_ledger"));
            }
        });

        Files.writeString(ledger, "what is this\n");
        assertThat(refusal(() -> restore(backup, target, "--keys", keys(), "--ledger", ledger.toString())))
                .contains("is no erasure ledger");
        Files.writeString(ledger, firstLine(UUID.randomUUID().toString()));
        assertThat(refusal(() -> restore(backup, target, "--keys", keys(), "--ledger", ledger.toString())))
                .contains("belongs to another practice");
        assertThat(target).doesNotExist();

        Files.writeString(ledger, firstLine(id.getFirst()));
        restore(backup, target, "--keys", keys(), "--ledger", ledger.toString());

        assertThat(target.resolve("keys/core.key.erasures")).hasSameTextualContentAs(ledger);
    }

    @Test
    void anErasureLedgerInABucketIsCoresAlone() {
        Path target = temporary.resolve("target");
        Map<String, String> inABucket = Map.of("HOTLEADS_ERASURE_LEDGER", "s3://practice-locked/erasures");

        assertThat(refusal(() ->
                        restore(programs, backup, target, inABucket, "--keys", keys(), "--ledger", backup.toString())))
                .contains("lies in a bucket", "leave out --ledger");
        assertThat(target).doesNotExist();

        restore(programs, backup, target, inABucket, "--keys", keys());

        assertThat(said).isNotEmpty().doesNotContain("erasure ledger");
    }

    /** As core writes it: JSON, and a digest that it alone can check. */
    private static String firstLine(String id) {
        return "{\"ledger\":\"hotleads erasures 1\",\"id\":\"" + id + "\"} c2VhbGVk\n";
    }

    @Test
    void aLaterVersionsBackupIsRefusedBeforeAnythingIsTouched() {
        Installation earlier = programs(
                temporary.resolve("earlier"),
                name -> !name.startsWith("core/V28_") && !name.matches("core/V(29|[3-9]\\d)_.*"));

        assertThat(refusal(() -> restore(earlier, backup, temporary.resolve("target"), Map.of(), "--keys", keys())))
                .contains("later version", "schema core");
        assertThat(temporary.resolve("target")).doesNotExist();
    }

    @Test
    void anEarlierVersionsBackupIsBroughtUpToDate() throws SQLException {
        Installation earlier = programs(
                temporary.resolve("earlier"),
                name -> !name.startsWith("core/V28_") && !name.matches("core/V(29|[3-9]\\d)_.*"));
        BackedUpPractice old = new BackedUpPractice(temporary.resolve("old"), earlier).filled();
        Path file = temporary.resolve("old-backup");
        backup(old, file, Map.of());
        assertThat(old.version(Schema.CORE)).isEqualTo("27");
        Path data = temporary.resolve("new");

        restore(file, data, "--keys", old.folder().keys().toString());

        BackedUpPractice restored = new BackedUpPractice(data, programs);
        assertThat(restored.version(Schema.CORE)).isEqualTo(practice.version(Schema.CORE));
        assertThat(restored.rows().get("core.person")).hasSize(3);
    }

    @Test
    void whatIsThereIsPutAsideOnlyWhenTold() throws Exception {
        Path data = temporary.resolve("restored");
        restore(backup, data, "--keys", keys());
        BackedUpPractice restored = new BackedUpPractice(data, programs);
        restored.whileItRuns(database -> {
            try (Connection owner = database.connect("hl_owner", restored.password("hl_owner"))) {
                BackedUpPractice.execute(owner, "DELETE FROM core.outbox");
            }
        });

        assertThat(refusal(() -> restore(backup, data))).contains("holds a practice already", "--replace");
        assertThat(restored.rows().get(OUTBOX)).isEmpty();

        restore(backup, data, "--replace");

        assertThat(restored.rows().get(OUTBOX)).hasSize(3);
        try (var inside = Files.list(data)) {
            assertThat(inside.map(path -> path.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("postgresql.before-restore-"))
                    .doesNotContain("postgresql.restoring");
        }
    }

    @Test
    void aFolderInUseIsBackedUpWhileItRunsAndNotRestoredInto() throws SQLException {
        practice.whileItRuns(database -> {
            try (FolderLock _ = FolderLock.take(practice.folder())) {
                Path file = temporary.resolve("while-it-runs");
                backup(practice, file, Map.of());
                assertThat(file).isNotEmptyFile();
                assertThat(refusal(() -> restore(file, practice.root(), "--replace")))
                        .contains("is in use by another Hot Leads");
            }
        });
    }

    @Test
    void aDatabaseThatOthersRunIsBackedUpAndRestoredToo() throws SQLException {
        BackedUpPractice server = new BackedUpPractice(temporary.resolve("server"), programs);
        server.whileItRuns(database -> {
            Map<String, String> environment = Map.of(
                    "HOTLEADS_DATABASE_URL", database.url(),
                    "HOTLEADS_DATABASE_OWNER_PASSWORD", server.password("hl_owner"));
            Path data = temporary.resolve("data");

            restore(programs, backup, data, environment, "--keys", keys());

            assertThat(BackedUpPractice.rows(database, server.password("hl_owner"))
                            .get("core.person"))
                    .isEqualTo(before.get("core.person"));
            assertThat(data.resolve("postgresql")).doesNotExist();
            assertThat(refusal(() -> restore(programs, backup, data, environment)))
                    .contains("The database named in HOTLEADS_DATABASE_URL holds a practice already");

            Path again = temporary.resolve("again");
            backup(new BackedUpPractice(data, programs), again, environment);
            restore(programs, again, data, environment, "--replace");
            assertThat(BackedUpPractice.rows(database, server.password("hl_owner"))
                            .get("core.person"))
                    .isEqualTo(before.get("core.person"));
        });
    }

    @Test
    void aTrailThatWasAlteredIsNamed() throws SQLException {
        BackedUpPractice altered = new BackedUpPractice(temporary.resolve("altered"), programs).filled();
        altered.whileItRuns(database -> {
            try (Connection owner = database.connect("hl_owner", altered.password("hl_owner"))) {
                BackedUpPractice.execute(
                        owner, "UPDATE auth.audit_entry SET count = count + 1 WHERE id::text LIKE '%2'");
            }
        });
        Path file = temporary.resolve("altered-backup");
        backup(altered, file, Map.of());

        restore(
                file,
                temporary.resolve("restored"),
                "--keys",
                altered.folder().keys().toString());

        assertThat(said)
                .contains("The trail of auth: breaks at entry 2, which was altered", "core: 3 entries, unbroken");
    }

    @Test
    void aBackupIsNeverWrittenOver() {
        assertThat(refusal(() -> backup(practice, backup, Map.of()))).contains("is there already");
        assertThat(refusal(() -> backup(practice, temporary.resolve("nowhere/backup"), Map.of())))
                .contains("No file can be made in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"backup", "restore f", "restore --data d", "backup a b", "backup f --keys k", "restore f --data"
            })
    void whatCannotBeMeantIsRefusedAsMisuse(String words) {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> BackupOptions.parse(List.of(words.split(" ")), temporary));

        assertThat(refusal.exitStatus()).isEqualTo(2);
    }
}
