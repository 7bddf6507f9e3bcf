package hotleads.core.backfills;

import hotleads.core.acts.Acts;
import hotleads.core.connections.AcuityPace;
import hotleads.core.connections.DateWindow;
import hotleads.core.connections.ReadWindow;
import hotleads.core.sources.Turn;
import hotleads.core.time.PracticeClock;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts a backfill, or looks first what it would bring. */
@Component
class StartBackfill {
    private static final Period FURTHEST = Period.ofYears(20);
    /** Someone waits for the answer, so a long stretch is judged by a sample. */
    private static final int MOST_LOOKS = 8;

    private final Backfills backfills;
    private final ReadWindow readWindow;
    private final AcuityPace pace;
    private final Acts acts;
    private final PracticeClock clock;
    private final ZoneId zone;

    StartBackfill(
            Backfills backfills,
            ReadWindow readWindow,
            AcuityPace pace,
            Acts acts,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.backfills = backfills;
        this.readWindow = readWindow;
        this.pace = pace;
        this.acts = acts;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * What a backfill would bring.
     *
     * @param windowsLooked how many were looked at; fewer than all, and the rows are estimated from them
     */
    record Preview(DateWindow window, int windows, int windowsLooked, long rows, long newRows) {}

    @Transactional
    public UUID from(@Nullable LocalDate from, Caller caller) {
        UUID started = backfills
                .add(window(from))
                .orElseThrow(() -> new Problem(
                        HttpStatus.CONFLICT, "backfill-running", "There is a backfill already: let it end first"));
        acts.byPerson(caller, "backfill.started", "backfill", started.toString());
        return started;
    }

    /** Reads and stores nothing, so it is safe at any time. */
    Preview preview(@Nullable LocalDate from, Caller caller) throws InterruptedException {
        DateWindow window = window(from);
        acts.byPerson(caller, "backfill.previewed", "window", window.from() + "." + window.to());
        List<DateWindow> all = window.pieces();
        List<DateWindow> sample = sample(all);
        long rows = 0;
        long newRows = 0;
        for (DateWindow piece : sample) {
            ReadWindow.Look look = look(piece);
            rows += look.rows();
            newRows += look.unknown();
        }
        return new Preview(
                window,
                all.size(),
                sample.size(),
                rows * all.size() / sample.size(),
                newRows * all.size() / sample.size());
    }

    private ReadWindow.Look look(DateWindow piece) throws InterruptedException {
        if (!pace.awaitTurn(Turn.SWEEP)) {
            throw notRead("no-turn");
        }
        ReadWindow.Look look = readWindow.look(piece.from(), piece.to());
        String cause = look.cause();
        if (cause != null) {
            throw notRead(cause);
        }
        return look;
    }

    private static Problem notRead(String cause) {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "acuity-not-read",
                "Acuity could not be read: try again later",
                Map.of("causeCode", cause));
    }

    /** Spread evenly, the first and the last among them. */
    private static List<DateWindow> sample(List<DateWindow> all) {
        return all.size() <= MOST_LOOKS
                ? all
                : IntStream.range(0, MOST_LOOKS)
                        .mapToObj(index -> all.get(index * (all.size() - 1) / (MOST_LOOKS - 1)))
                        .toList();
    }

    private DateWindow window(@Nullable LocalDate from) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (from == null || from.isAfter(today) || from.isBefore(today.minus(FURTHEST))) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "backfill-from",
                    "Say from which day on: not a day ahead, nor more than " + FURTHEST.getYears() + " years ago");
        }
        // What lies ahead is the sweeps' concern.
        return new DateWindow(from, today);
    }
}
