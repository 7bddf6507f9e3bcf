package hotleads.app.bench;

import hotleads.app.console.Console;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Programs and the database killed at random under load, while clients book and move. Then what we hold is compared
 * with what the providers hold, and with a ledger of all that was acknowledged.
 */
public final class KillBenchmark {
    private static final int PER_SECOND = 120;
    private static final int MOST_AT_ONCE = 3;
    private static final int BETWEEN_DEATHS = 60;
    private static final Duration BACK_WITHIN = Duration.ofMinutes(4);
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(5);
    private static final long BETWEEN_LOOKS_MILLIS = 500;

    private final KillSubject subject;
    private final RandomGenerator random;
    private final Console console;
    private final HttpClient client;
    private final URI gateway;

    private KillBenchmark(KillSubject subject, RandomGenerator random, Console console) {
        this.subject = subject;
        this.random = random;
        this.console = console;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(subject.programs().tls())
                .build();
        this.gateway = URI.create("https://" + subject.programs().publicHost());
    }

    /**
     * Until so many were killed or so much time is over.
     *
     * @param ledger where what was acknowledged is written
     */
    public static List<Figure> take(
            KillSubject subject, int kills, Duration atMost, Path ledger, RandomGenerator random, Console console) {
        KillBenchmark benchmark = new KillBenchmark(subject, random, console);
        try (HookLedger written = new HookLedger(ledger);
                HttpClient _ = benchmark.client) {
            return benchmark.run(kills, atMost, written);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private List<Figure> run(int kills, Duration atMost, HookLedger ledger) throws SQLException, InterruptedException {
        AtProviders providers = new AtProviders(client, subject);
        awaitSettled(providers);
        SteadyHooks load = new SteadyHooks(
                client,
                gateway,
                new SignedHooks(
                        subject.programs().publicHost(), subject.programs().hookKey()),
                providers.upcoming(),
                PER_SECOND,
                () -> 1,
                ledger);
        Deaths deaths = new Deaths(client, gateway, subject.pid(), BACK_WITHIN);
        List<Double> back = new ArrayList<>();
        long until = System.nanoTime() + atMost.toNanos();
        int killed = 0;
        while (killed < kills && System.nanoTime() < until) {
            awaitMore(ledger);
            List<Long> upcoming = providers.upcoming();
            providers.act(upcoming.get(random.nextInt(upcoming.size())), random.nextInt(4) == 0 ? "cancel" : "move");
            List<Victim> victims = some(kills - killed);
            back.add(deaths.of(victims).toMillis() / 1e3);
            killed += victims.size();
            console.progress(String.format(
                    "%d killed, %d hooks sent, %d acknowledged; %s back after %.1f s",
                    killed, load.sent(), ledger.size(), victims, back.getLast()));
        }
        double perSecond = load.perSecond();
        load.finish();
        awaitSettled(providers);
        return figures(killed, perSecond, load.sent(), back, ledger, providers);
    }

    private List<Victim> some(int most) {
        List<Victim> all = new ArrayList<>(Arrays.asList(Victim.values()));
        Collections.shuffle(all, random);
        return all.subList(0, Math.min(most, 1 + random.nextInt(MOST_AT_ONCE)));
    }

    /** So that every death meets a product that takes deliveries. */
    private static void awaitMore(HookLedger ledger) throws InterruptedException {
        int before = ledger.size();
        long until = System.nanoTime() + BACK_WITHIN.toNanos();
        while (ledger.size() < before + BETWEEN_DEATHS) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("No hook is acknowledged any more");
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    /** Nothing is to be read or sent any more, and the providers hold what they should, or time is over. */
    private void awaitSettled(AtProviders providers) throws SQLException, InterruptedException {
        console.progress("Waiting until everything is read and sent");
        long until = System.nanoTime() + SETTLED_WITHIN.toNanos();
        while (System.nanoTime() < until) {
            try (Connection core = subject.programs().database().open()) {
                if (nothingWaits(core)
                        && providers.bookingsThatDiffer(core) == 0
                        && providers.eventsThatDiffer() == 0) {
                    return;
                }
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    private static boolean nothingWaits(Connection core) throws SQLException {
        try (PreparedStatement statement = core.prepareStatement("""
                        SELECT NOT EXISTS (SELECT 1 FROM core.look_again WHERE done < asked)
                           AND NOT EXISTS (SELECT 1 FROM core.outbox WHERE state = 'sending')
                        """);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private List<Figure> figures(
            int killed, double perSecond, long sent, List<Double> back, HookLedger ledger, AtProviders providers)
            throws SQLException {
        String limit = killed + " killed at random, up to " + MOST_AT_ONCE + " at once";
        try (Connection core = subject.programs().database().open()) {
            HookLedger.Kept kept = ledger.kept(core);
            return List.of(
                    new Figure("Hooks sent while killing", perSecond, "/s", sent + " hooks", limit, 100, 100, true),
                    none("Acknowledged events lost", kept.lost(), "of " + ledger.size() + " acknowledged", limit),
                    none("Acknowledged events kept twice", kept.doubled(), "of " + ledger.size(), limit),
                    none("Acknowledged events without their one entry", kept.unrecorded(), "in the trail", limit),
                    none(
                            "Bookings held otherwise than at Acuity",
                            providers.bookingsThatDiffer(core),
                            "of " + providers.bookings().size() + ", moved and cancelled meanwhile",
                            "the simulated Acuity"),
                    none(
                            "Our events at Google missing, left over or twice",
                            providers.eventsThatDiffer(),
                            "one for each booking ahead",
                            "the simulated Google"),
                    new Figure(
                            "Ready again after a death",
                            back.stream().sorted().toList().get(back.size() / 2),
                            "s",
                            String.format("longest %.1f s", Collections.max(back)),
                            "the launcher's own wait before it starts one again",
                            30,
                            10,
                            false));
        }
    }

    private static Figure none(String name, long value, String measured, String limit) {
        return new Figure(name, value, "", measured, limit, 0, 0, false);
    }
}
