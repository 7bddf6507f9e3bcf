package hotleads.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures of a run, as a table for people and as JSON for programs.
 *
 * @param conditions under which they were taken: machine, time, how the programs ran
 */
public record Report(Map<String, String> conditions, List<Figure> figures) {
    private static final List<String> HEAD =
            List.of("Figure", "Value", "First", "Aim", "Verdict", "Measured", "Against");

    /** Columns as wide as their widest cell. */
    public String table() {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        figures.forEach(figure -> rows.add(row(figure)));
        StringBuilder table = new StringBuilder();
        conditions.forEach(
                (name, value) -> table.append(name).append(": ").append(value).append('\n'));
        table.append('\n');
        rows.forEach(row -> table.append(line(row, rows)).append('\n'));
        return table.toString();
    }

    private static List<String> row(Figure figure) {
        return List.of(
                figure.name(),
                number(figure.value()) + " " + figure.unit(),
                bound(figure, figure.first()),
                bound(figure, figure.aim()),
                figure.verdict().name().toLowerCase(Locale.ROOT),
                figure.measured(),
                figure.limit());
    }

    private static String bound(Figure figure, double bound) {
        return (figure.moreIsBetter() ? ">= " : "<= ") + number(bound);
    }

    private static String line(List<String> row, List<List<String>> rows) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            int at = column;
            int width = rows.stream()
                    .mapToInt(other -> other.get(at).length())
                    .max()
                    .orElse(0);
            line.append(row.get(column)).repeat(' ', width - row.get(column).length() + 2);
        }
        return line.toString().stripTrailing();
    }

    static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%.0f", value);
    }

    /** The same, with the verdicts. */
    public String json() {
        List<Map<String, Object>> rows = figures.stream()
                .map(figure -> Map.<String, Object>of("figure", figure, "verdict", figure.verdict()))
                .toList();
        return JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(Map.of("conditions", conditions, "figures", rows));
    }
}
