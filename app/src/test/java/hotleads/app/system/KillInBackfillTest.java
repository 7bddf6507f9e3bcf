package hotleads.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotleads.app.RunningDemo;
import hotleads.app.bench.MadeUpAcuity;
import hotleads.app.database.DatabaseRole;
import hotleads.app.programs.Role;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Core dies while years are read back, and reads on where it was: nothing is left out, and nothing is there twice. */
@Tag("system")
class KillInBackfillTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int A_DAY = 40;
    private static final int DAYS_A_WINDOW = 14;
    private static final int WINDOWS = 12;

    @TempDir
    Path folder;

    @Test
    void whatDiesInTheMiddleIsReadToItsEnd() throws SQLException {
        // Further back than the comparison at the start looks.
        LocalDate to = LocalDate.now(Clock.systemUTC()).minusDays(430);
        LocalDate from = to.minusDays((long) WINDOWS * DAYS_A_WINDOW - 1);
        try (MadeUpAcuity acuity = new MadeUpAcuity(to.plusDays(1), A_DAY);
                RunningDemo demo = RunningDemo.reading(folder, acuity.address());
                Connection core = demo.connect(DatabaseRole.CORE);
                Statement database = core.createStatement()) {
            await().atMost(PATIENCE)
                    .until(() -> is(
                            database,
                            "SELECT known_state = 'on-time' AND NOT EXISTS (SELECT 1 FROM core.sweep WHERE finished_at IS NULL)"
                                    + " FROM core.provider_state"));
            database.execute("""
                    INSERT INTO core.backfill (id, state, from_date, to_date, cursor_date, asked_at, next_try_at, windows)
                    VALUES (gen_random_uuid(), 'running', '%s', '%s', '%2$s', now(), now(), %d)
                    """.formatted(from, to, WINDOWS));
            await().atMost(PATIENCE)
                    .until(() -> is(database, "SELECT windows_done BETWEEN 3 AND 8 FROM core.backfill"));
            demo.kill(Role.CORE);
            assertThat(is(database, "SELECT state = 'running' FROM core.backfill"))
                    .isTrue();
            await().atMost(PATIENCE).until(() -> is(database, "SELECT state = 'done' FROM core.backfill"));

            String all = String.valueOf(A_DAY * DAYS_A_WINDOW * WINDOWS);
            assertThat(
                            text(
                                    database,
                                    "SELECT rows || ' ' || new_rows || ' ' || left_out || ' ' || windows_done FROM core.backfill"))
                    .isEqualTo(all + " " + all + " 0 " + WINDOWS);
            assertThat(text(database, "SELECT count(*) FROM core.booking")).isEqualTo(all);
            assertThat(text(database, "SELECT count(*) FROM core.observation WHERE source = 'acuity'"))
                    .isEqualTo(all);
            assertThat(text(database, "SELECT count(*) FROM core.audit_entry WHERE act = 'backfill.finished'"))
                    .isEqualTo("1");
        }
    }

    private static boolean is(Statement database, String sql) throws SQLException {
        return text(database, sql).equals("t");
    }

    private static String text(Statement database, String sql) throws SQLException {
        try (ResultSet row = database.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }
}
