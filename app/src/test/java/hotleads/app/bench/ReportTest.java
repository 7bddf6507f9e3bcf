package hotleads.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
    @ParameterizedTest
    @CsvSource({
        "0.80, true, AIM",
        "0.79999, true, FIRST",
        "0.30, true, FIRST",
        "0.29999, true, MISSED",
        "NaN, true, MISSED",
        "0.30, false, AIM",
        "0.5, false, FIRST",
        "0.81, false, MISSED",
        "NaN, false, MISSED"
    })
    void verdictFollowsTheBetterDirection(double value, boolean moreIsBetter, Figure.Verdict verdict) {
        double first = moreIsBetter ? 0.30 : 0.80;
        double aim = moreIsBetter ? 0.80 : 0.30;

        assertThat(new Figure("figure", value, "x", "", "", first, aim, moreIsBetter).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void tableHasAColumnForEachThingThatIsSaid() {
        String table = report().table();

        assertThat(table).isEqualTo("""
            Rounds: 5

            Figure  Value   First    Aim      Verdict  Measured     Against
            hooks   0.25 x  >= 0.30  >= 0.80  missed   500 hooks/s  2000 inserts/s
            """);
    }

    @Test
    void jsonHoldsTheUnroundedValue() {
        JsonNode figure =
                JsonMapper.shared().readTree(report().json()).path("figures").path(0);

        assertThat(figure.path("figure").path("value").asDouble()).isEqualTo(0.2512);
        assertThat(figure.path("verdict").asString()).isEqualTo("MISSED");
    }

    private static Report report() {
        return new Report(
                Map.of("Rounds", "5"),
                List.of(new Figure("hooks", 0.2512, "x", "500 hooks/s", "2000 inserts/s", 0.30, 0.80, true)));
    }
}
