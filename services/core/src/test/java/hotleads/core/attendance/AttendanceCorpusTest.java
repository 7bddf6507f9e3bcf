package hotleads.core.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.attendance.SomeReports.Report;
import hotleads.core.attendance.SomeReports.Truth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often a verdict is right, over labelled reports with everything in them that makes it hard. */
class AttendanceCorpusTest {
    private static final int REPORTS = 4_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_126, 7})
    void verdictsAreRightAndSilenceIsRare(long seed) {
        List<Report> reports = new SomeReports(seed).make(REPORTS);
        Map<String, int[]> byTrap = new TreeMap<>();
        int[] attended = new int[2];
        int[] missed = new int[2];
        int unknown = 0;
        for (Report report : reports) {
            Verdict verdict =
                    JudgeAttendance.of(report.session(), report.rooms()).verdict();
            int[] row = byTrap.computeIfAbsent(report.trap(), trap -> new int[4]);
            row[0]++;
            switch (verdict) {
                case ATTENDED -> {
                    attended[0]++;
                    attended[1] += report.truth() == Truth.CAME ? 1 : 0;
                    row[1]++;
                }
                case MISSED -> {
                    missed[0]++;
                    missed[1] += report.truth() == Truth.MISSED ? 1 : 0;
                    row[2]++;
                }
                case UNKNOWN -> {
                    unknown++;
                    row[3]++;
                }
            }
        }
        double attendedRight = attended[1] / (double) attended[0];
        double missedRight = missed[1] / (double) missed[0];
        double silent = unknown / (double) REPORTS;

        System.out.printf(
                "Attendance corpus, seed %d, %d reports: attended %.4f of %d (limit 0.995), missed %.4f of %d (limit 0.99),"
                        + " unknown %.1f %% (limit 15 %%)%n%s%n",
                seed, REPORTS, attendedRight, attended[0], missedRight, missed[0], 100 * silent, table(byTrap));
        assertThat(attendedRight).isGreaterThanOrEqualTo(0.995);
        assertThat(missedRight).isGreaterThanOrEqualTo(0.99);
        assertThat(silent).isLessThanOrEqualTo(0.15);
        // Neither figure means anything over a handful.
        assertThat(attended[0]).isGreaterThan(1_000);
        assertThat(missed[0]).isGreaterThan(100);
        assertThat(byTrap).hasSizeGreaterThanOrEqualTo(15);
    }

    private static String table(Map<String, int[]> byTrap) {
        return byTrap.entrySet().stream()
                .map(one -> "  %-15s %5d: attended %5d, missed %4d, unknown %4d"
                        .formatted(
                                one.getKey(),
                                one.getValue()[0],
                                one.getValue()[1],
                                one.getValue()[2],
                                one.getValue()[3]))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
