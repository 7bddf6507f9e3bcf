package hotleads.app.system.disk;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.app.RunningDemo;
import hotleads.app.programs.Installation;
import hotleads.app.programs.Role;
import hotleads.app.variants.Variant;
import hotleads.app.variants.Variants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whoever steals the disk without the key files reads nothing of anyone: strings are planted in every field, a day's
 * work is done with them, and every byte that is left is searched. The same day with sealing taken out shows that the
 * search would have found them.
 */
@Tag("system")
class StolenDiskTest {
    private static final int FEWEST = 200;
    private static final double FOUND_WITHOUT_SEALING = 0.99;
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @TempDir
    Path folder;

    /** What was planted, and where each of it was found: the names of files within the data folder. */
    private record Searched(List<Planted.One> planted, Map<Planted.One, Set<String>> places) {
        List<String> found(boolean kept) {
            return planted.stream()
                    .filter(one -> one.kept() == kept && places.containsKey(one))
                    .map(one -> one.field() + " in " + places.get(one))
                    .toList();
        }

        List<Planted.One> kept() {
            return planted.stream().filter(Planted.One::kept).toList();
        }

        Set<String> kindsOfPlaces() {
            return places.values().stream()
                    .flatMap(Set::stream)
                    .map(StolenDiskTest::kindOf)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void nothingOfAnyoneCanBeReadOffTheDisk() throws Exception {
        Searched sealed = aDayOf(RunningDemo.built(), 1);

        assertThat(sealed.planted.size()).isGreaterThanOrEqualTo(FEWEST);
        assertThat(sealed.found(true)).isEmpty();
        assertThat(sealed.found(false)).isEmpty();
        assertThat(linesThatAreNoRecord()).isEmpty();
    }

    @Test
    void withoutSealingAlmostAllOfItIsFound() throws Exception {
        Installation open = Variants.of(RunningDemo.built(), Set.of(Variant.SEALING_OFF));

        Searched unsealed = aDayOf(open, 2);

        List<Planted.One> missed = unsealed.kept().stream()
                .filter(one -> !unsealed.places.containsKey(one))
                .toList();
        assertThat(1.0 - (double) missed.size() / unsealed.kept().size())
                .as("not found: %s", missed.stream().map(Planted.One::field).toList())
                .isGreaterThanOrEqualTo(FOUND_WITHOUT_SEALING);
        assertThat(unsealed.kindsOfPlaces()).contains("tables", "write-ahead log", "export");
        // Nor do they hide in places that sealing has no part in.
        assertThat(unsealed.found(false)).isEmpty();
    }

    private Searched aDayOf(Installation programs, long seed) throws IOException, InterruptedException, SQLException {
        Planted planted = new Planted(seed);
        Path data = folder.resolve("data");
        try (RunningDemo demo = RunningDemo.empty(data, programs)) {
            new DaysWork(demo, planted).run(folder.resolve("export.jsonl"));
            demo.backUp(folder.resolve("backup"));
            assertThat(folder.resolve("backup").toFile().length()).isGreaterThan(10_000);
        }
        Search search = new Search(planted.all());
        Map<Planted.One, Set<String>> places = new HashMap<>();
        for (Path file : left()) {
            String name = folder.relativize(file).toString();
            search.in(
                    Files.readAllBytes(file),
                    pattern -> places.computeIfAbsent(pattern.planted(), first -> new HashSet<>())
                            .add(name + " as " + pattern.form().name()));
        }
        System.out.println(planted.all().size() + " planted, " + places.size() + " found in "
                + places.values().stream()
                        .flatMap(Set::stream)
                        .map(StolenDiskTest::kindOf)
                        .collect(Collectors.groupingBy(kind -> kind, java.util.TreeMap::new, Collectors.counting())));
        return new Searched(planted.all(), places);
    }

    /** All but what stands for the world outside: the simulators' own state. */
    private List<Path> left() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("data/simulators")))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String kindOf(String place) {
        if (place.startsWith("export")) {
            return "export";
        }
        if (place.startsWith("data/postgresql/pg_wal")) {
            return "write-ahead log";
        }
        return place.startsWith("data/postgresql/base") ? "tables" : place;
    }

    /** Every line of our programs' logs is one JSON object and nothing else; PostgreSQL writes its own. */
    private List<String> linesThatAreNoRecord() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data/logs"))) {
            List<Path> logs =
                    files.filter(log -> !log.endsWith("postgresql.log")).toList();
            assertThat(logs)
                    .hasSize(Role.values().length)
                    .allMatch(log -> log.toFile().length() > 0);
            return logs.stream()
                    .flatMap(StolenDiskTest::lines)
                    .filter(line -> !isRecord(line))
                    .toList();
        }
    }

    private static Stream<String> lines(Path log) {
        try {
            return Files.readAllLines(log).stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isRecord(String line) {
        try {
            return STRICT.readTree(line).isObject();
        } catch (JacksonException none) {
            return false;
        }
    }
}
