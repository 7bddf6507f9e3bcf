package hotleads.core.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1"})
    void noCellIsTakenForAFormula(String value) {
        assertThat(Csv.cell(value)).isEqualTo("\"'" + value + "\"");
    }

    @Test
    void everyCellIsQuotedAndQuotesWithinAreDoubled() {
        assertThat(Csv.line("a", "b,\"c\"", null, "", "d\r\n=e"))
                .isEqualTo("\"a\",\"b,\"\"c\"\"\",\"\",\"\",\"d\r\n=e\"\r\n");
    }
}
