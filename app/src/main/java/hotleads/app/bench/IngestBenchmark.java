package hotleads.app.bench;

import hotleads.app.console.Console;
import hotleads.app.console.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/**
 * Hooks through the whole path beside the same database's single-row inserts, in turns: a machine that slows down slows
 * both.
 */
public final class IngestBenchmark implements AutoCloseable {
    private static final int CONNECTIONS = 32;
    /**
     * Until the compilers are done: after half a minute each round was faster than the one before, by half in three
     * minutes.
     */
    private static final Duration WARM_UP = Duration.ofSeconds(150);

    private static final Duration LIMIT_WARM_UP = Duration.ofSeconds(3);
    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final Duration LONE_WINDOW = Duration.ofSeconds(2);
    private static final double HALF = 0.5;
    /** Far above what the simulated practice counts to; each connection has a range of its own. */
    private static final long FIRST_APPOINTMENT = 900_000_000_000L;

    private static final long RANGE = 1_000_000_000L;

    private final UnderTest subject;
    private final Console console;
    private final int rounds;
    private final ProcessTable processes = ProcessTable.ofThisMachine();
    private final Connection watching;
    private final List<HookConnection> hooks = new ArrayList<>();
    private final List<InboxInsert> inserts = new ArrayList<>();

    private record Round(Ran hooks, Ran limit, Ran halfHooks, Ran halfLimit, Ran loneHook, Ran loneCommit) {}

    private IngestBenchmark(UnderTest subject, int rounds, Console console) throws SQLException {
        this.subject = subject;
        this.rounds = rounds;
        this.console = console;
        this.watching = subject.database().open();
        SignedHooks signed = new SignedHooks(subject.publicHost(), subject.hookKey());
        AtomicLong order = new AtomicLong();
        for (int index = 0; index < CONNECTIONS; index++) {
            long first = FIRST_APPOINTMENT + index * RANGE;
            hooks.add(new HookConnection(subject.connection(), signed, first));
            inserts.add(new InboxInsert(subject.database().open(), order, first));
        }
    }

    /** @throws Refusal when a hook fails, or one that was answered 200 is not stored */
    public static List<Figure> take(UnderTest subject, int rounds, Console console) {
        try (IngestBenchmark benchmark = new IngestBenchmark(subject, rounds, console)) {
            return benchmark.take();
        } catch (SQLException failed) {
            throw new Refusal("The database failed (" + failed.getSQLState() + "); its log says why.");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<Figure> take() throws SQLException {
        console.progress("Warming up");
        Load.full(hooks, WARM_UP, this::used);
        Load.full(inserts, LIMIT_WARM_UP, this::used);
        List<Round> taken = new ArrayList<>();
        while (taken.size() < rounds) {
            Round round = round();
            taken.add(round);
            console.progress(String.format(
                    "Round %d of %d: %.0f hooks/s, %.0f inserts/s",
                    taken.size(), rounds, round.hooks.perSecond(), round.limit.perSecond()));
        }
        refuseWhenLost();
        return figures(taken);
    }

    private Round round() {
        Ran limit = inserted(Load.full(inserts, WINDOW, this::used));
        Ran full = Load.full(hooks, WINDOW, this::used);
        Ran halfLimit = inserted(Load.paced(inserts, WINDOW, limit.perSecond() * HALF, this::used));
        Ran halfHooks = Load.paced(hooks, WINDOW, full.perSecond() * HALF, this::used);
        Ran loneCommit = inserted(Load.full(inserts.subList(0, 1), LONE_WINDOW, this::used));
        Ran loneHook = Load.full(hooks.subList(0, 1), LONE_WINDOW, this::used);
        return new Round(full, limit, halfHooks, halfLimit, loneHook, loneCommit);
    }

    /** What the limit's sessions counted must not turn up in the next load's window. */
    private Ran inserted(Ran ran) {
        try {
            for (InboxInsert insert : inserts) {
                insert.publishCounters();
            }
            return ran;
        } catch (SQLException failed) {
            throw new Refusal("The database failed (" + failed.getSQLState() + "); its log says why.");
        }
    }

    private Used used() {
        return new Used(
                processes.seconds(subject.programs()),
                processes.secondsWithChildren(subject.postgres()),
                number("SELECT sum(fsyncs) FROM pg_stat_io WHERE object = 'wal'"));
    }

    private long number(String sql) {
        try (Statement statement = watching.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new Refusal("The database failed (" + failed.getSQLState() + "); its log says why.");
        }
    }

    /** Speed bought with losses would be none. */
    private void refuseWhenLost() {
        long acknowledged =
                hooks.stream().mapToLong(HookConnection::acknowledged).sum();
        long stored = number("SELECT count(DISTINCT record_id) FROM core.inbox_delivery WHERE provider = 'acuity'"
                + " AND record_id >= " + FIRST_APPOINTMENT);
        long recorded = number("SELECT count(*) FROM core.audit_entry WHERE act = 'hook.received'");
        if (stored != acknowledged || recorded < acknowledged) {
            throw new Refusal(acknowledged + " hooks were answered 200, but " + stored + " are in the inbox and "
                    + recorded + " in the audit trail.");
        }
        console.progress("All " + acknowledged + " hooks answered 200 are in the inbox and in the audit trail");
    }

    private static List<Figure> figures(List<Round> rounds) {
        return List.of(
                new Figure(
                        "Hooks durable per second, 32 connections",
                        median(rounds, round -> round.hooks.perSecond() / round.limit.perSecond()),
                        "x",
                        said(rounds, "hooks/s", round -> round.hooks.perSecond()),
                        said(rounds, "inserts/s", round -> round.limit.perSecond()),
                        0.30,
                        0.80,
                        true),
                ratio(
                        "p99 at half that load",
                        "ms",
                        rounds,
                        round -> round.halfHooks.milliseconds().quantile(0.99),
                        round -> round.halfLimit.milliseconds().quantile(0.99),
                        4,
                        2),
                ratio(
                        "CPU per hook, the five programs",
                        "us",
                        rounds,
                        round -> round.hooks.programsMicroseconds(),
                        round -> round.limit.postgresMicroseconds(),
                        4,
                        2),
                ratio(
                        "CPU per hook, PostgreSQL",
                        "us",
                        rounds,
                        round -> round.hooks.postgresMicroseconds(),
                        round -> round.limit.postgresMicroseconds(),
                        0.5,
                        0.25),
                new Figure(
                        "fsyncs per hook, 32 connections",
                        median(rounds, round -> round.hooks.fsyncs()),
                        "fsyncs",
                        said(rounds, "a hook", round -> round.hooks.fsyncs()),
                        said(rounds, "an insert", round -> round.limit.fsyncs()),
                        0.2,
                        0.1,
                        false),
                ratio(
                        "A lone hook, p50",
                        "ms",
                        rounds,
                        round -> round.loneHook.milliseconds().median(),
                        round -> round.loneCommit.milliseconds().median(),
                        3,
                        1.5));
    }

    private static Figure ratio(
            String name,
            String unit,
            List<Round> rounds,
            ToDoubleFunction<Round> ours,
            ToDoubleFunction<Round> limit,
            double first,
            double aim) {
        return new Figure(
                name,
                median(rounds, round -> ours.applyAsDouble(round) / limit.applyAsDouble(round)),
                "x",
                said(rounds, unit, ours),
                said(rounds, unit, limit),
                first,
                aim,
                false);
    }

    private static String said(List<Round> rounds, String unit, ToDoubleFunction<Round> value) {
        return Report.number(median(rounds, value)) + " " + unit;
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        return Samples.of(rounds.stream().mapToDouble(value).toArray()).median();
    }

    @Override
    public void close() throws SQLException, IOException {
        for (HookConnection hook : hooks) {
            hook.close();
        }
        for (InboxInsert insert : inserts) {
            insert.close();
        }
        watching.close();
    }
}
