package hotleads.app.bench;

import hotleads.app.console.Console;
import hotleads.app.console.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Passwords proved through the front door beside the same hash alone; and what a flood of them does to everybody else.
 */
public final class SignInBenchmark implements AutoCloseable {
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    /** Programs run for days; at forty lists a second and as many guesses the compilers need this long. */
    private static final Duration FLOOD_WARM_UP = Duration.ofSeconds(120);

    private static final Duration WINDOW = Duration.ofSeconds(5);
    /** Six hundred requests: of two hundred, a p99 is the third slowest, and says as much about chance. */
    private static final Duration SCREENS_WINDOW = Duration.ofSeconds(15);

    private static final int FLOOD = 50;
    private static final int BOGUS = 2_000;
    private static final int HONEST = 20;
    private static final int SCREENS = 4;
    private static final double ASKED_PER_SECOND = 40;
    private static final int SAMPLES = 1_000;
    private static final double TOLD_APART = 4.5;
    private static final Used NOTHING = new Used(0, 0, 0);

    private final EmptyDemo demo;
    private final List<String> emails;
    private final int rounds;
    private final Console console;
    private final Connection owner;
    private final ApiRequests screens;
    private final SourceAddresses addresses = new SourceAddresses();
    private int strangers;

    private record Round(Ran signIns, Ran limit, Ran calm, Ran flooded) {}

    private SignInBenchmark(EmptyDemo demo, List<String> emails, int rounds, Console console)
            throws SQLException, IOException {
        this.demo = demo;
        this.emails = emails;
        this.rounds = rounds;
        this.console = console;
        this.owner = demo.owner().open();
        this.screens = new AdminSignIn(demo.subject(), demo.simulators()).signIn(demo.email(), demo.password());
    }

    /**
     * @param emails of accounts that nobody uses meanwhile, with the demo's password
     * @throws Refusal when a sign-in is answered as it should not be
     */
    public static List<Figure> take(EmptyDemo demo, List<String> emails, int rounds, Console console) {
        try (SignInBenchmark benchmark = new SignInBenchmark(demo, emails, rounds, console)) {
            return benchmark.take();
        } catch (SQLException failed) {
            throw new Refusal("The database failed (" + failed.getSQLState() + "); its log says why.");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<Figure> take() throws SQLException, IOException {
        console.progress("Warming up");
        signIns(WARM_UP);
        hashes(WINDOW);
        inFlood(FLOOD_WARM_UP);
        List<Round> taken = new ArrayList<>();
        while (taken.size() < rounds) {
            Round round = round();
            taken.add(round);
            console.progress(String.format(
                    "Round %d of %d: %.1f sign-ins/s, %.1f hashes/s; list p99 %.0f ms, in a flood %.0f ms",
                    taken.size(),
                    rounds,
                    round.signIns.perSecond(),
                    round.limit.perSecond(),
                    p99(round.calm),
                    p99(round.flooded)));
        }
        List<Figure> figures = new ArrayList<>(figures(taken));
        figures.add(honestAmongBogus());
        figures.add(knownAgainstUnknown());
        return figures;
    }

    private Round round() throws SQLException, IOException {
        Ran limit = hashes(WINDOW);
        Ran signIns = signIns(WINDOW);
        return new Round(signIns, limit, screens(SCREENS_WINDOW), inFlood(SCREENS_WINDOW));
    }

    private Ran inFlood(Duration window) throws SQLException, IOException {
        forgetTries();
        try (Running _ = Running.of(guesses(FLOOD))) {
            return screens(window);
        }
    }

    /** One after the other for each account: more at once than its five tries would be told to wait. */
    private Ran signIns(Duration window) throws SQLException, IOException {
        forgetTries();
        List<PasswordProofs> proofs = new ArrayList<>();
        try {
            for (String email : emails) {
                proofs.add(new PasswordProofs(demo.subject(), addresses, email, demo.password()));
            }
            return Load.full(proofs, window, () -> NOTHING);
        } finally {
            for (PasswordProofs each : proofs) {
                each.close();
            }
        }
    }

    private static Ran hashes(Duration window) {
        return Load.full(
                IntStream.range(0, Runtime.getRuntime().availableProcessors())
                        .mapToObj(core -> new RawArgon2())
                        .toList(),
                window,
                () -> NOTHING);
    }

    private Ran screens(Duration window) throws IOException {
        List<ApiCalls> calls = new ArrayList<>();
        try {
            for (int screen = 0; screen < SCREENS; screen++) {
                calls.add(new ApiCalls(demo.subject().connection(), List.of(screens.get("/api/leads")), 0));
            }
            return Load.paced(calls, window, ASKED_PER_SECOND, () -> NOTHING);
        } finally {
            for (ApiCalls each : calls) {
                each.close();
            }
        }
    }

    private List<Guesses> guesses(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Guesses(demo.subject(), addresses, strangers++))
                .toList();
    }

    /** Two thousand guesses at made-up people, as fast as they are answered, and people who want in meanwhile. */
    private Figure honestAmongBogus() throws SQLException, IOException {
        forgetTries();
        List<Guesses> flood = guesses(2 * FLOOD);
        List<Double> waited = new ArrayList<>();
        int served = 0;
        try (Running running = Running.of(flood)) {
            while (running.done() < BOGUS || waited.size() < HONEST) {
                long begun = System.nanoTime();
                served += provesPassword(emails.get(waited.size() % emails.size())) ? 1 : 0;
                waited.add((System.nanoTime() - begun) / 1e6);
            }
        }
        Samples waits = Samples.of(waited);
        return new Figure(
                "Honest sign-ins served during " + BOGUS + " bogus ones",
                (double) served / waited.size(),
                "x",
                Report.number(waits.median()) + " ms, p99 " + Report.number(waits.quantile(0.99)) + " ms",
                waited.size() + " tried",
                1,
                1,
                true);
    }

    /** As a page does: when told to come again, it comes again, for half a minute. */
    private boolean provesPassword(String email) throws IOException {
        PasswordProofs honest = new PasswordProofs(demo.subject(), addresses, email, demo.password());
        try (honest) {
            long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (System.nanoTime() < until) {
                if (honest.isProved()) {
                    return true;
                }
            }
            return false;
        }
    }

    private Figure knownAgainstUnknown() throws SQLException, IOException {
        console.progress("Asking for known and unknown people in turns");
        Random random = new Random(1);
        List<Double> known = new ArrayList<>();
        List<Double> unknown = new ArrayList<>();
        try (Guesses guesses = new Guesses(demo.subject(), addresses, strangers++)) {
            while (known.size() < SAMPLES || unknown.size() < SAMPLES) {
                // Else the fifth guess at one person would be the last for a quarter of an hour.
                forgetTries();
                boolean asked = unknown.size() == SAMPLES || (known.size() < SAMPLES && random.nextBoolean());
                String email =
                        asked ? emails.get(known.size() % emails.size()) : "stranger-" + unknown.size() + "@x.test";
                long begun = System.nanoTime();
                guesses.guess(email);
                (asked ? known : unknown).add((System.nanoTime() - begun) / 1e6);
            }
        }
        return new Figure(
                "Known against unknown e-mail, Welch's |t|, " + SAMPLES + " a side",
                Math.abs(Samples.welch(known, unknown)),
                "",
                Report.number(Samples.of(known).median()) + " ms",
                Report.number(Samples.of(unknown).median()) + " ms",
                TOLD_APART,
                TOLD_APART,
                false);
    }

    private void forgetTries() throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("DELETE FROM auth.tries");
        }
    }

    private static List<Figure> figures(List<Round> taken) {
        return List.of(
                new Figure(
                        "Passwords proved a second",
                        median(taken, round -> round.signIns.perSecond() / round.limit.perSecond()),
                        "x",
                        Report.number(median(taken, round -> round.signIns.perSecond())) + "/s",
                        Report.number(median(taken, round -> round.limit.perSecond())) + " hashes/s of Bouncy Castle",
                        0.80,
                        0.95,
                        true),
                new Figure(
                        "List, p99, during " + FLOOD + " sign-ins at once",
                        median(taken, round -> p99(round.flooded) / p99(round.calm)),
                        "x",
                        Report.number(median(taken, round -> p99(round.flooded))) + " ms",
                        Report.number(median(taken, round -> p99(round.calm))) + " ms when calm",
                        2,
                        1.3,
                        false));
    }

    private static double p99(Ran ran) {
        return ran.milliseconds().quantile(0.99);
    }

    private static double median(List<Round> taken, ToDoubleFunction<Round> value) {
        return Samples.of(taken.stream().mapToDouble(value).toArray()).median();
    }

    @Override
    public void close() throws SQLException {
        owner.close();
    }
}
