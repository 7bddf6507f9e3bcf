package hotleads.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/security promises stands on tests and files that are there. */
class EvidenceTest {
    private static final String REQUIREMENTS = "docs/security/asvs.md";
    private static final String THREATS = "docs/security/threats.md";
    private static final int ID = 0;
    private static final int LEVEL = 1;
    private static final int STATUS = 3;
    private static final int SHOWN_BY = 4;
    private static final int MOST_OPEN = 20;

    private final Evidence evidence = Evidence.ofThisRepository();

    @TempDir
    Path temporary;

    @Test
    void everyRequirementOfTheFirstTwoLevelsHasItsRowAndNoRowIsMadeUp() throws IOException {
        Map<String, String> levels = levels();
        Map<String, String> listed = new TreeMap<>();
        evidence.rows(REQUIREMENTS).forEach(row -> {
            assertThat(listed.put(row.get(ID), row.get(LEVEL)))
                    .as("%s twice", row.get(ID))
                    .isNull();
        });

        assertThat(levels).containsAllEntriesOf(listed);
        levels.forEach((id, level) -> {
            if (!level.equals("3")) {
                assertThat(listed).containsKey(id);
            }
        });
    }

    @Test
    void everyRequirementIsMetOrDoesNotApplyOrIsOpenAndFewAreOpen() {
        List<List<String>> rows = evidence.rows(REQUIREMENTS);

        assertThat(rows).allSatisfy(row -> {
            assertThat(row).as("%s", row).hasSize(5);
            assertThat(row.get(STATUS)).as(row.get(ID)).isIn(Set.of("met", "n/a", "open"));
            assertThat(row.get(SHOWN_BY)).as(row.get(ID)).isNotBlank();
        });
        assertThat(rows).filteredOn(row -> row.get(STATUS).equals("open")).hasSizeLessThanOrEqualTo(MOST_OPEN);
    }

    @Test
    void everyRequirementThatIsMetNamesWhatShowsItAndAllThatIsNamedIsThere() {
        assertThat(evidence.rows(REQUIREMENTS)).allSatisfy(row -> {
            List<String> named = Evidence.namedIn(row.get(SHOWN_BY));
            if (row.get(STATUS).equals("met")) {
                assertThat(named).as(row.get(ID)).isNotEmpty();
            }
            assertThat(named).as(row.get(ID)).allMatch(evidence::isThere);
        });
    }

    @Test
    void everyThreatNamesTheTestsOfItsDefenceAndAllAreThere() {
        List<List<String>> rows = evidence.rows(THREATS);

        assertThat(rows).hasSizeGreaterThan(30).allSatisfy(row -> {
            List<String> named = Evidence.namedIn(row.getLast());
            assertThat(named).as(row.getFirst()).isNotEmpty().allMatch(evidence::isThere);
        });
    }

    @Test
    void whatVanishedIsNoticed() throws IOException {
        Path tests = Files.createDirectories(temporary.resolve("services/x/src/test/java"));
        Files.writeString(tests.resolve("SomeTest.java"), "class SomeTest { void holds() {} }");
        Files.writeString(
                temporary.resolve("page.md"), "| a | b |\n| --- | --- |\n| 1 | `SomeTest.holds` and `x.yaml` |\n");
        Evidence there = new Evidence(temporary);

        assertThat(there.rows("page.md")).containsExactly(List.of("1", "`SomeTest.holds` and `x.yaml`"));
        assertThat(Evidence.namedIn("`SomeTest.holds` and `x.yaml`")).containsExactly("SomeTest.holds", "x.yaml");
        assertThat(there.isThere("SomeTest")).isTrue();
        assertThat(there.isThere("SomeTest.holds")).isTrue();
        assertThat(there.isThere("SomeTest.hold")).isFalse();
        assertThat(there.isThere("OtherTest")).isFalse();
        assertThat(there.isThere("page.md")).isTrue();
        assertThat(there.isThere("x.yaml")).isFalse();
    }

    /** Levels by id, of OWASP ASVS 5.0.0. */
    private static Map<String, String> levels() throws IOException {
        try (InputStream list = Objects.requireNonNull(EvidenceTest.class.getResourceAsStream("asvs-5.0.0.txt"))) {
            Map<String, String> levels = new TreeMap<>();
            new String(list.readAllBytes(), StandardCharsets.US_ASCII).lines().forEach(line -> {
                String[] words = line.split(" ");
                levels.put(words[0], words[1]);
            });
            return levels;
        }
    }
}
