package hotleads.app.bench;

import hotleads.app.bench.MadeUpAcuity.Appointment;
import hotleads.app.console.Console;
import hotleads.app.console.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;

/**
 * Backfills through the real path, from a provider's page to rows that are sealed, evaluated and audited, beside COPY
 * of the same records unsealed, in turns; then the same pages once more, which bring nothing new.
 */
public final class SyncBenchmark implements AutoCloseable {
    /** As core reads: windows of so many days. */
    private static final int WINDOW_DAYS = 14;

    /** Below the thousand at which a window is read again in halves. */
    private static final int A_DAY = 64;

    private static final int A_WINDOW = WINDOW_DAYS * A_DAY;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final double NANOSECONDS = 1e9;
    private static final String COPIED = """
            CREATE TABLE core.bench_appointment (
              id bigint PRIMARY KEY, first_name text, last_name text, email text, phone text, starts_at timestamptz,
              duration_minutes int, calendar_id bigint, calendar text, type_id bigint, type text, zone text, canceled boolean,
              booked_at timestamptz)
            """;

    private final Subject subject;
    private final int windows;
    private final int rounds;
    private final Console console;
    private final Connection core;
    private final Connection owner;

    /**
     * What is measured.
     *
     * @param acuity which the programs read from
     * @param core its process id
     * @param sync its process id
     * @param owner opens connections with the rights of who owns the tables
     */
    public record Subject(UnderTest programs, MadeUpAcuity acuity, long core, long sync, UnderTest.Connections owner) {}

    /** Rows a second, and bytes of write-ahead log a row. */
    private record Taken(double perSecond, double walBytes) {}

    private record Round(Taken first, Taken again, Taken copied, double coreHeap, double syncHeap) {}

    private SyncBenchmark(Subject subject, int records, int rounds, Console console) throws SQLException {
        this.subject = subject;
        this.windows = Math.max(1, Math.ceilDiv(records, A_WINDOW * rounds));
        this.rounds = rounds;
        this.console = console;
        this.core = subject.programs.database().open();
        this.owner = subject.owner.open();
    }

    /** One that has so many appointments a day until some days ago: what is read regularly lies ahead of them. */
    public static MadeUpAcuity acuity(LocalDate today) {
        return new MadeUpAcuity(lastDay(today).plusDays(1), A_DAY);
    }

    /** Further back than the first comparison looks. */
    private static LocalDate lastDay(LocalDate today) {
        return today.minusDays(430);
    }

    /**
     * @param records how many in all
     * @throws Refusal when not all of them are there at the end, or one of them more than once
     */
    public static List<Figure> take(Subject subject, LocalDate today, int records, int rounds, Console console) {
        try (SyncBenchmark benchmark = new SyncBenchmark(subject, records, rounds, console)) {
            return benchmark.take(lastDay(today));
        } catch (SQLException failed) {
            throw new Refusal("The database failed (" + failed.getSQLState() + "); its log says why.");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<Figure> take(LocalDate lastDay) throws SQLException, IOException {
        await(
                "SELECT known_state = 'on-time' AND NOT EXISTS (SELECT 1 FROM core.sweep WHERE state IN ('asked', 'running'))"
                        + " FROM core.provider_state");
        try (Statement statement = owner.createStatement()) {
            statement.execute(COPIED);
        }
        console.progress("Warming up");
        LocalDate to = lastDay;
        round(to.minusDays(WINDOW_DAYS - 1L), to);
        to = to.minusDays(WINDOW_DAYS);
        List<Round> taken = new ArrayList<>();
        while (taken.size() < rounds) {
            LocalDate from = to.minusDays((long) windows * WINDOW_DAYS - 1);
            Round round = round(from, to);
            to = from.minusDays(1);
            taken.add(round);
            console.progress(String.format(
                    "Round %d of %d: %.0f rows/s backfilled, %.0f rows/s of nothing new, %.0f rows/s copied",
                    taken.size(), rounds, round.first.perSecond, round.again.perSecond, round.copied.perSecond));
        }
        refuseUnlessWhole(to.plusDays(1), lastDay);
        return figures(taken);
    }

    private Round round(LocalDate from, LocalDate to) throws SQLException, IOException {
        long rows = subject.acuity.between(from, to).size();
        Taken first = backfilled(from, to, rows, rows);
        Taken copied = copied(from, to, rows);
        Taken again = backfilled(from, to, rows, 0);
        return new Round(first, again, copied, JavaHeap.mebibytes(subject.core), JavaHeap.mebibytes(subject.sync));
    }

    /** As somebody would ask for on the page of connections, but of this stretch alone. */
    private Taken backfilled(LocalDate from, LocalDate to, long rows, long news) throws SQLException {
        UUID id = UUID.randomUUID();
        long wal = walBytes();
        long began = System.nanoTime();
        try (PreparedStatement add = core.prepareStatement("""
                INSERT INTO core.backfill (id, state, from_date, to_date, cursor_date, asked_at, next_try_at, windows)
                VALUES (?, 'running', ?, ?, ?, now(), now(), ?)
                """)) {
            add.setObject(1, id);
            add.setObject(2, from);
            add.setObject(3, to);
            add.setObject(4, to);
            add.setInt(5, windows);
            add.executeUpdate();
        }
        await("SELECT state = 'done' FROM core.backfill WHERE id = '" + id + "'");
        double seconds = (System.nanoTime() - began) / NANOSECONDS;
        refuseUnless(
                "SELECT rows = " + rows + " AND new_rows = " + news
                        + " AND left_out = 0 FROM core.backfill WHERE id = '" + id + "'",
                "A backfill did not bring what there is; core's log may say why.");
        return new Taken(rows / seconds, (walBytes() - wal) / (double) rows);
    }

    /** Window by window as they came, each with a commit. */
    private Taken copied(LocalDate from, LocalDate to, long rows) throws SQLException, IOException {
        long wal = walBytes();
        long began = System.nanoTime();
        for (LocalDate last = to; !last.isBefore(from); last = last.minusDays(WINDOW_DAYS)) {
            CopyRows copy = new CopyRows("bench_appointment");
            for (Appointment one : subject.acuity.between(last.minusDays(WINDOW_DAYS - 1L), last)) {
                copy.add(
                        one.id(),
                        one.firstName(),
                        one.lastName(),
                        one.email(),
                        one.phone(),
                        one.startsAt(),
                        50,
                        one.calendar(),
                        one.calendarName(),
                        100,
                        "Session, 50 minutes",
                        "America/New_York",
                        false,
                        one.bookedAt());
            }
            copy.send(owner);
        }
        double seconds = (System.nanoTime() - began) / NANOSECONDS;
        return new Taken(rows / seconds, (walBytes() - wal) / (double) rows);
    }

    /** Speed bought with losses would be none. */
    private void refuseUnlessWhole(LocalDate from, LocalDate to) throws SQLException {
        long wanted = subject.acuity.between(from, to).size();
        refuseUnless(
                "SELECT (SELECT count(*) FROM core.booking) = " + wanted
                        + " AND (SELECT count(*) FROM core.observation WHERE source = 'acuity') = " + wanted,
                "Not all " + wanted + " appointments are there once, or some are there twice.");
        console.progress("All " + wanted + " appointments are there, each once");
    }

    private long walBytes() throws SQLException {
        try (Statement statement = core.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_current_wal_insert_lsn() - '0/0'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void await(String sql) throws SQLException {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (!isSo(sql)) {
            if (System.nanoTime() > until) {
                throw new Refusal("The demo does not get ready; core's log may say why.");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private void refuseUnless(String sql, String otherwise) throws SQLException {
        if (!isSo(sql)) {
            throw new Refusal(otherwise);
        }
    }

    private boolean isSo(String sql) throws SQLException {
        try (Statement statement = core.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private List<Figure> figures(List<Round> taken) {
        String copied = said(taken, "rows/s by COPY", round -> round.copied.perSecond);
        return List.of(
                new Figure(
                        "Backfill: page to sealed, audited rows",
                        median(taken, round -> round.first.perSecond / round.copied.perSecond),
                        "x",
                        said(taken, "rows/s, ", round -> round.first.perSecond)
                                + said(taken, "WAL bytes a row", round -> round.first.walBytes),
                        copied,
                        0.10,
                        0.35,
                        true),
                new Figure(
                        "A page that brought nothing new",
                        median(taken, round -> round.again.perSecond / round.copied.perSecond),
                        "x",
                        said(taken, "rows/s", round -> round.again.perSecond),
                        copied,
                        0.5,
                        1.0,
                        true),
                new Figure(
                        "The same, write-ahead log a row",
                        median(taken, round -> round.again.walBytes),
                        "bytes",
                        said(taken, "bytes", round -> round.again.walBytes),
                        said(taken, "bytes by COPY", round -> round.copied.walBytes),
                        60,
                        0,
                        false),
                heap("core", taken.getLast().coreHeap),
                heap("sync", taken.getLast().syncHeap));
    }

    private Figure heap(String program, double mebibytes) {
        return new Figure(
                "Heap of " + program + " after " + (windows * rounds + 1) * A_WINDOW + " records",
                mebibytes,
                "MiB",
                Report.number(mebibytes) + " MiB held",
                "-",
                256,
                128,
                false);
    }

    private static String said(List<Round> rounds, String unit, ToDoubleFunction<Round> value) {
        return Report.number(median(rounds, value)) + " " + unit;
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        return Samples.of(rounds.stream().mapToDouble(value).toArray()).median();
    }

    @Override
    public void close() throws SQLException {
        core.close();
        owner.close();
    }
}
