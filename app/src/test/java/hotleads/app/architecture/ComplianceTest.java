package hotleads.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/compliance says of a control stands on tests and files that are there. */
class ComplianceTest {
    private static final int STATUS = 2;
    /** Those of 45 CFR 164.312, all of them. */
    private static final List<String> TECHNICAL_SAFEGUARDS = List.of(
            "(a)(1)",
            "(a)(2)(i)",
            "(a)(2)(ii)",
            "(a)(2)(iii)",
            "(a)(2)(iv)",
            "(b)",
            "(c)(1)",
            "(c)(2)",
            "(d)",
            "(e)(1)",
            "(e)(2)(i)",
            "(e)(2)(ii)");

    private final Evidence evidence = Evidence.ofThisRepository();

    @ParameterizedTest
    @CsvSource({"iso-27001, 40, 5", "hipaa, 12, 0", "gdpr, 18, 4"})
    void everyControlIsMetByWhatIsThereOrSaysWhatIsMissing(String page, int fewest, int mostOpen) {
        List<List<String>> rows = evidence.rows("docs/compliance/" + page + ".md");

        assertThat(rows).hasSizeGreaterThanOrEqualTo(fewest).allSatisfy(row -> {
            assertThat(row).as("%s", row).hasSize(5);
            assertThat(row.get(STATUS)).as(row.getFirst()).isIn(Set.of("met", "open"));
            if (row.get(STATUS).equals("met")) {
                assertNamesWhatIsThere(row);
            }
        });
        assertThat(rows)
                .filteredOn(row -> row.get(STATUS).equals("open"))
                .hasSizeLessThanOrEqualTo(mostOpen)
                .allSatisfy(row -> assertThat(row.get(STATUS + 1)).isNotBlank());
        assertThat(new HashSet<>(rows.stream().map(List::getFirst).toList()))
                .as("controls named twice")
                .hasSameSizeAs(rows);
    }

    @Test
    void noTechnicalSafeguardIsLeftOut() {
        assertThat(evidence.rows("docs/compliance/hipaa.md"))
                .extracting(row -> row.getFirst().replaceFirst("^164\\.312(\\S+) .*", "$1"))
                .containsAll(TECHNICAL_SAFEGUARDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/compliance/data-flow.md", "docs/decisions/0054-the-drawing-on-aws.md"})
    void everyFlowAndEveryPartOfTheDrawingNamesWhatShowsIt(String page) {
        assertThat(evidence.rows(page)).hasSizeGreaterThan(10).allSatisfy(this::assertNamesWhatIsThere);
    }

    private void assertNamesWhatIsThere(List<String> row) {
        assertThat(Evidence.namedIn(row.getLast()))
                .as(row.getFirst())
                .isNotEmpty()
                .allMatch(evidence::isThere);
    }
}
