package hotleads.app;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.app.database.FillTables;
import hotleads.app.database.Schema;
import hotleads.app.programs.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that an earlier version made is taken up by this one, with all that is in it. */
class UpgradeTest {
    /** The migrations of the first version there was, each with its SHA-256. */
    private static final String RELEASED = "/migrations-0.1.0.txt";

    @TempDir
    Path temporary;

    @Test
    void aMigrationThatWasReleasedIsNeverChanged() throws Exception {
        Map<String, String> now = new TreeMap<>();
        for (String file : released().keySet()) {
            String schema = file.split("/", 2)[0];
            byte[] content = Files.readAllBytes(Path.of(System.getProperty("hotleads.home", ".."))
                    .resolve("services/" + schema + "/src/main/resources/db/migration/" + file));
            now.put(
                    file,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        }

        assertThat(now).isEqualTo(released()).hasSizeGreaterThan(30);
    }

    @Test
    void whatEveryTableHeldIsThereAfterTheMigrationsThatFollowed() throws Exception {
        Map<String, String> released = released();
        Installation first = BackedUpPractice.programs(temporary.resolve("first"), released::containsKey);
        Installation today = BackedUpPractice.programs(temporary.resolve("today"), every -> true);
        Path data = temporary.resolve("data");
        BackedUpPractice old = new BackedUpPractice(data, first).filled();
        assertThat(old.version(Schema.CORE)).isEqualTo("28");
        assertThat(old.version(Schema.AUTH)).isEqualTo("13");
        Map<String, Integer> before = counts(old);

        BackedUpPractice upgraded = new BackedUpPractice(data, today);
        upgraded.whileItRuns(database -> AllInOne.migrations(today).run(database, upgraded.password("hl_owner")));

        Map<String, Integer> after = counts(upgraded);
        assertThat(before.values().stream().filter(rows -> rows > 0)).hasSizeGreaterThan(80);
        assertThat(after).containsAllEntriesOf(before);
    }

    /** Their records' homes were put down, and checked, in one migration. */
    @Test
    void aPracticeWithPeopleOfBeforeTheirRecordsHadAHomeIsTakenUpToo() throws Exception {
        Installation before =
                BackedUpPractice.programs(temporary.resolve("first"), file -> !isOfCore(file) || number(file) < 15);
        Installation today = BackedUpPractice.programs(temporary.resolve("today"), every -> true);
        BackedUpPractice practice = new BackedUpPractice(temporary.resolve("data"), today);
        Map<String, List<String>> rows = new TreeMap<>();

        practice.whileItRuns(database -> {
            AllInOne.migrations(before).run(database, practice.password("hl_owner"));
            try (Connection superuser = database.connect("postgres", practice.password("postgres"))) {
                FillTables.with(superuser, 3);
            }
            AllInOne.migrations(today).run(database, practice.password("hl_owner"));
            rows.putAll(BackedUpPractice.rows(database, practice.password("hl_owner")));
        });

        assertThat(rows.get("core.person")).hasSize(3);
        assertThat(Integer.parseInt(practice.version(Schema.CORE))).isGreaterThan(35);
    }

    private static boolean isOfCore(String file) {
        return file.startsWith("core/");
    }

    /** Of {@code core/V15__records.sql}, 15. */
    private static int number(String file) {
        return Integer.parseInt(file.substring(file.indexOf("/V") + 2, file.indexOf("__")));
    }

    private static Map<String, Integer> counts(BackedUpPractice practice) throws Exception {
        Map<String, Integer> counts = new TreeMap<>();
        for (Map.Entry<String, List<String>> table : practice.rows().entrySet()) {
            // Sequences may become more.
            if (!table.getKey().equals("sequences")) {
                counts.put(table.getKey(), table.getValue().size());
            }
        }
        return counts;
    }

    private static Map<String, String> released() throws IOException {
        try (InputStream list = Objects.requireNonNull(UpgradeTest.class.getResourceAsStream(RELEASED))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(words -> words[1], words -> words[0], (one, _) -> one, TreeMap::new));
        }
    }
}
