package hotleads.app.bench;

import hotleads.app.console.Console;
import hotleads.app.console.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What people look at, in a small practice and in a large one by turns, beside the same rows by plain SQL; and how fast
 * places on the list are found anew.
 */
public final class ReadBenchmark implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final int SCREENS = 4;
    private static final double ASKED_PER_SECOND = 80;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    /** Programs run for days; at a hundred pages a second the compilers need this long for the one that is timed. */
    private static final Duration LIST_WARM_UP = Duration.ofSeconds(120);

    private static final Duration WINDOW = Duration.ofSeconds(3);
    private static final int EVALUATED_A_ROUND = 2_000;
    private static final int MANY = 50_000;
    private static final Used NOTHING = new Used(0, 0, 0);

    private final FilledDemo small;
    private final FilledDemo large;
    private final int rounds;
    private final Console console;
    private final ProcessTable processes = ProcessTable.ofThisMachine();

    /** Two sizes of the same thing. */
    private record Pair(Ran small, Ran large) {
        double growth() {
            return p99(large) / p99(small);
        }

        static double p99(Ran ran) {
            return ran.milliseconds().quantile(0.99);
        }
    }

    private record Round(
            Ran list, Ran limit, Pair lists, Pair details, Pair searches, FilledDemo.Evaluated evaluated) {}

    private ReadBenchmark(FilledDemo small, FilledDemo large, int rounds, Console console) {
        this.small = small;
        this.large = large;
        this.rounds = rounds;
        this.console = console;
    }

    /**
     * How many people to fill in.
     *
     * @param few of them in the practice that the other one is compared with
     */
    public record Sizes(int few, int many) {}

    /** @throws Refusal when a request fails */
    public static List<Figure> take(
            EmptyDemo one, EmptyDemo other, Sizes sizes, Instant now, int rounds, Console console) {
        try (ReadBenchmark benchmark = new ReadBenchmark(
                FilledDemo.fill(one, sizes.few, now, console),
                FilledDemo.fill(other, sizes.many, now, console),
                rounds,
                console)) {
            return benchmark.take();
        } catch (SQLException failed) {
            throw new Refusal("The database failed (" + failed.getSQLState() + "); its log says why.");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<Figure> take() throws SQLException, IOException {
        console.progress("Warming up");
        for (FilledDemo demo : List.of(small, large)) {
            for (List<byte[]> requests : List.of(demo.list(), demo.details(), demo.searches())) {
                full(demo, requests, WARM_UP);
            }
        }
        full(large, large.list(), LIST_WARM_UP);
        limit(WARM_UP);
        List<Round> taken = new ArrayList<>();
        while (taken.size() < rounds) {
            Round round = round();
            taken.add(round);
            console.progress(String.format(
                    "Round %d of %d: %.0f lists/s, plain SQL %.0f/s; %.0f people evaluated a second of processor time",
                    taken.size(),
                    rounds,
                    round.list.perSecond(),
                    round.limit.perSecond(),
                    round.evaluated.perProcessorSecond()));
        }
        List<Figure> figures = new ArrayList<>(figures(taken));
        if (large.people() >= MANY) {
            figures.add(many(large.evaluateAnew(MANY)));
        }
        small.refuseWhenChanged();
        large.refuseWhenChanged();
        return figures;
    }

    private Round round() throws SQLException, IOException {
        return new Round(
                full(large, large.list(), WINDOW),
                limit(WINDOW),
                pair(FilledDemo::list),
                pair(FilledDemo::details),
                pair(FilledDemo::searches),
                large.evaluateAnew(EVALUATED_A_ROUND));
    }

    private Ran full(FilledDemo demo, List<byte[]> requests, Duration window) throws IOException {
        List<ApiCalls> calls = calls(demo, requests, CONNECTIONS);
        try {
            return Load.full(calls, window, () -> used(demo));
        } finally {
            close(calls);
        }
    }

    private Pair pair(Function<FilledDemo, List<byte[]>> requests) throws IOException {
        return new Pair(paced(small, requests.apply(small)), paced(large, requests.apply(large)));
    }

    private Ran paced(FilledDemo demo, List<byte[]> requests) throws IOException {
        List<ApiCalls> calls = calls(demo, requests, SCREENS);
        try {
            return Load.paced(calls, WINDOW, ASKED_PER_SECOND, () -> used(demo));
        } finally {
            close(calls);
        }
    }

    private static List<ApiCalls> calls(FilledDemo demo, List<byte[]> requests, int connections) {
        List<ApiCalls> calls = new ArrayList<>();
        for (int index = 0; index < connections; index++) {
            calls.add(new ApiCalls(demo.subject().connection(), requests, index * requests.size() / connections));
        }
        return calls;
    }

    private static void close(List<ApiCalls> calls) throws IOException {
        for (ApiCalls call : calls) {
            call.close();
        }
    }

    private Ran limit(Duration window) throws SQLException {
        List<ListQuery> queries = new ArrayList<>();
        try {
            for (int index = 0; index < CONNECTIONS; index++) {
                queries.add(new ListQuery(large.subject().database().open()));
            }
            return Load.full(queries, window, () -> NOTHING);
        } finally {
            for (ListQuery query : queries) {
                query.close();
            }
        }
    }

    private Used used(FilledDemo demo) {
        return new Used(
                processes.seconds(demo.subject().programs()),
                processes.secondsWithChildren(demo.subject().postgres()),
                0);
    }

    private List<Figure> figures(List<Round> taken) {
        return List.of(
                new Figure(
                        "Top-50 list, signed in, 8 connections",
                        median(taken, round -> round.list.perSecond() / round.limit.perSecond()),
                        "x",
                        said(taken, "lists/s, ", round -> round.list.perSecond())
                                + said(taken, "us of the programs, ", round -> round.list.programsMicroseconds())
                                + said(taken, "us of PostgreSQL", round -> round.list.postgresMicroseconds()),
                        said(taken, "pages/s", round -> round.limit.perSecond()),
                        0.12,
                        0.25,
                        true),
                growth("List, p99", taken, Round::lists),
                growth("One person, p99", taken, Round::details),
                growth("Search, p99", taken, Round::searches),
                new Figure(
                        "Re-evaluating one person, a second of a processor",
                        median(taken, round -> round.evaluated.perProcessorSecond()),
                        "people",
                        said(taken, "s for " + EVALUATED_A_ROUND, round -> round.evaluated.seconds()),
                        "-",
                        1_000,
                        5_000,
                        true));
    }

    private Figure growth(String name, List<Round> taken, Function<Round, Pair> pair) {
        return new Figure(
                name + ", " + large.people() + " people against " + small.people(),
                median(taken, round -> pair.apply(round).growth()),
                "x",
                said(taken, "ms", round -> Pair.p99(pair.apply(round).large)),
                said(taken, "ms", round -> Pair.p99(pair.apply(round).small)),
                3,
                1.5,
                false);
    }

    private static Figure many(FilledDemo.Evaluated evaluated) {
        return new Figure(
                "Re-evaluating " + MANY + " people, once",
                evaluated.seconds(),
                "s",
                Report.number(evaluated.processor()) + " s of processor time",
                "-",
                10,
                2,
                false);
    }

    private static String said(List<Round> taken, String unit, ToDoubleFunction<Round> value) {
        return Report.number(median(taken, value)) + " " + unit;
    }

    private static double median(List<Round> taken, ToDoubleFunction<Round> value) {
        return Samples.of(taken.stream().mapToDouble(value).toArray()).median();
    }

    @Override
    public void close() throws SQLException {
        small.close();
        large.close();
    }
}
