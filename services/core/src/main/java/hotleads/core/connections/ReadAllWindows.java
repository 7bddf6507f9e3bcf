package hotleads.core.connections;

import hotleads.core.time.PracticeClock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Walks windows of appointment dates, which is the only way to learn what hooks missed (Acuity has no list of changes).
 * The first time it goes back far enough to know everyone's rhythm.
 */
@Component
class ReadAllWindows {
    private static final int DAYS = 14;
    private static final int FIRST_DAYS_BACK = 400;
    private static final int DAYS_BACK = 7;
    private static final int FIRST_DAYS_AHEAD = 120;
    private static final int DAYS_AHEAD = 30;

    private final JdbcClient jdbc;
    private final ReadWindow readWindow;
    private final AcuityPace pace;
    private final AcuityHealth health;
    private final PracticeClock clock;
    private final ZoneId zone;

    ReadAllWindows(
            JdbcClient jdbc,
            ReadWindow readWindow,
            AcuityPace pace,
            AcuityHealth health,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.jdbc = jdbc;
        this.readWindow = readWindow;
        this.pace = pace;
        this.health = health;
        this.clock = clock;
        this.zone = zone;
    }

    /** Whether every window was read whole; what could be read is taken in either way. */
    boolean run() throws InterruptedException {
        boolean first = neverRead();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate from = today.minusDays(first ? FIRST_DAYS_BACK : DAYS_BACK);
        // From the future back: what lies ahead decides who is on the list at all.
        LocalDate to = today.plusDays(first ? FIRST_DAYS_AHEAD : DAYS_AHEAD);
        boolean whole = true;
        while (!to.isBefore(from)) {
            LocalDate start = to.minusDays(DAYS - 1);
            whole &= readOne(start, to);
            to = start.minusDays(1);
        }
        if (whole) {
            health.wholeWindowsRead();
        }
        return whole;
    }

    private boolean readOne(LocalDate from, LocalDate to) throws InterruptedException {
        return pace.awaitTurn() && readWindow.read(from, to).whole();
    }

    private boolean neverRead() {
        return jdbc.sql("SELECT window_read_at FROM provider_state WHERE provider = 'acuity'")
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .isEmpty();
    }
}
