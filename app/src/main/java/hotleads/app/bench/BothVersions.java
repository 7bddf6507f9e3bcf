package hotleads.app.bench;

import hotleads.app.console.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Hooks and a page asked for again and again, at one version and then at two, while the database moves on beneath. */
public final class BothVersions {
    /** To all versions that run. */
    private static final int HOOKS_PER_SECOND = 60;
    /** How long it takes until whoever has just started gets as much as the other: the load balancer's slow start. */
    private static final Duration SLOW_START = Duration.ofMinutes(1);

    private static final int OK = 200;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
    private static final long BETWEEN_PAGES_MILLIS = 50;
    /** About bookings that Acuity does not know: it is asked once for each, and no more. */
    private static final List<Long> APPOINTMENTS =
            LongStream.range(800_000_000L, 800_000_050L).boxed().toList();

    private final UnderTest earlier;
    private final URI simulators;
    private final String email;
    private final String password;
    private final UnderTest.Connections owner;
    private final Console console;
    private final AtomicLong pages = new AtomicLong();
    private final AtomicLong notServed = new AtomicLong();
    private volatile long laterSince;

    /**
     * @param email of an administrator who never signed in
     * @param owner opens connections that outlast both
     */
    public BothVersions(
            UnderTest earlier,
            URI simulators,
            String email,
            String password,
            UnderTest.Connections owner,
            Console console) {
        this.earlier = earlier;
        this.simulators = simulators;
        this.email = email;
        this.password = password;
        this.owner = owner;
        this.console = console;
    }

    /**
     * @param migrate brings the database to what the later version expects, and says how many migrations that took
     * @param start starts the later version
     */
    public List<Figure> take(Supplier<Integer> migrate, Supplier<UnderTest> start, String tag, Path ledger) {
        try (HookLedger written = new HookLedger(ledger)) {
            Asking first = new Asking(
                    earlier,
                    new AdminSignIn(earlier, simulators).signIn(email, password),
                    () -> 1 - laterShare(),
                    written);
            pause(LONG_ENOUGH);
            int migrations = migrate.get();
            console.progress(
                    migrations + " migrations under " + tag + ", hooks not acknowledged: " + first.hooks.refusals());
            pause(LONG_ENOUGH);
            UnderTest later = start.get();
            laterSince = System.nanoTime();
            Asking second = new Asking(
                    later, new ApiRequests(later.publicHost(), first.requests.cookie()), this::laterShare, written);
            console.progress("Both versions run");
            pause(SLOW_START);
            pause(LONG_ENOUGH);
            first.stop();
            second.stop();
            console.progress("Hooks not acknowledged by " + tag + ": " + first.hooks.refusals() + ", by this version: "
                    + second.hooks.refusals());
            return figures(tag, migrations, first, second, written);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private List<Figure> figures(String tag, int migrations, Asking first, Asking second, HookLedger ledger)
            throws SQLException {
        String limit = tag + " alone, with " + migrations + " migrations beneath it, and with this version beside it";
        long sent = first.hooks.sent() + second.hooks.sent();
        try (Connection connection = owner.open()) {
            HookLedger.Kept kept = ledger.kept(connection);
            return List.of(
                    none("Hooks not acknowledged", sent - ledger.size(), "of " + sent + " sent", limit),
                    none("Acknowledged hooks lost", kept.lost(), "of " + ledger.size(), limit),
                    none("Acknowledged hooks kept twice", kept.doubled(), "of " + ledger.size(), limit),
                    none("Pages not served", notServed.get(), "of " + pages.get() + " asked for, signed in", limit));
        }
    }

    private static Figure none(String name, long value, String measured, String limit) {
        return new Figure(name, value, "", measured, limit, 0, 0, false);
    }

    private double laterShare() {
        double started = (double) (System.nanoTime() - laterSince) / SLOW_START.toNanos();
        return laterSince == 0 ? 0 : Math.min(1, started) / 2;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What one version is asked. */
    private final class Asking {
        private final UnderTest version;
        private final ApiRequests requests;
        private final SteadyHooks hooks;
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final Thread reader;

        private Asking(UnderTest version, ApiRequests requests, DoubleSupplier share, HookLedger ledger) {
            this.version = version;
            this.requests = requests;
            this.hooks = new SteadyHooks(
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .sslContext(version.tls())
                            .build(),
                    URI.create("https://" + version.publicHost()),
                    new SignedHooks(version.publicHost(), version.hookKey()),
                    APPOINTMENTS,
                    HOOKS_PER_SECOND,
                    share,
                    ledger);
            this.reader = Thread.ofPlatform().name("pages").daemon().start(this::read);
        }

        private void read() {
            try (GatewayConnection connection = version.connection()) {
                while (!stopped.get()) {
                    pages.incrementAndGet();
                    GatewayConnection.Answer answer = connection.exchange(requests.get("/api/leads"));
                    if (answer.status() != OK) {
                        notServed.incrementAndGet();
                        console.progress("A page was not served: " + answer.status() + " " + answer.text());
                    }
                    Thread.sleep(BETWEEN_PAGES_MILLIS);
                }
            } catch (IOException failed) {
                notServed.incrementAndGet();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        }

        private void stop() {
            stopped.set(true);
            hooks.finish();
            try {
                reader.join();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
