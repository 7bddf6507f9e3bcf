package hotleads.app.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Hooks through two installations in turns, so that a machine that slows down slows both. */
public final class HooksInTurns implements AutoCloseable {
    private static final int CONNECTIONS = 32;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration WINDOW = Duration.ofSeconds(4);
    /** Far above what the simulated practice counts to; each connection has a range of its own. */
    private static final long FIRST_APPOINTMENT = 900_000_000_000L;

    private static final long RANGE = 1_000_000_000L;

    private final UnderTest subject;
    private final ProcessTable processes = ProcessTable.ofThisMachine();
    private final List<HookConnection> hooks = new ArrayList<>();

    private HooksInTurns(UnderTest subject) {
        this.subject = subject;
        SignedHooks signed = new SignedHooks(subject.publicHost(), subject.hookKey());
        for (int index = 0; index < CONNECTIONS; index++) {
            hooks.add(new HookConnection(subject.connection(), signed, FIRST_APPOINTMENT + index * RANGE));
        }
    }

    /**
     * What one installation reached, over all rounds.
     *
     * @param perSecond hooks durable, the median
     * @param programs processor time of our programs a hook, in microseconds, the median
     * @param postgres the same of the database
     * @param entries how many hooks the audit trail tells of
     * @param acknowledged how many were answered 200
     */
    public record Reached(double perSecond, double programs, double postgres, long entries, long acknowledged) {
        @Override
        public String toString() {
            return String.format(
                    "%.0f hooks/s, %.0f us of the programs and %.0f us of PostgreSQL a hook, %d entries for %d hooks",
                    perSecond, programs, postgres, entries, acknowledged);
        }
    }

    /** @return what the one and the other reached */
    public static List<Reached> take(UnderTest one, UnderTest other, int rounds) throws SQLException, IOException {
        try (HooksInTurns first = new HooksInTurns(one);
                HooksInTurns second = new HooksInTurns(other)) {
            first.run(WARM_UP);
            second.run(WARM_UP);
            List<Ran> ofFirst = new ArrayList<>();
            List<Ran> ofSecond = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                // Each goes first as often as the other: what one leaves to be done is done during the next.
                if (round % 2 == 0) {
                    ofFirst.add(first.run(WINDOW));
                    ofSecond.add(second.run(WINDOW));
                } else {
                    ofSecond.add(second.run(WINDOW));
                    ofFirst.add(first.run(WINDOW));
                }
            }
            return List.of(first.reached(ofFirst), second.reached(ofSecond));
        }
    }

    private Ran run(Duration window) {
        return Load.full(hooks, window, this::used);
    }

    private Used used() {
        return new Used(processes.seconds(subject.programs()), processes.secondsWithChildren(subject.postgres()), 0);
    }

    private Reached reached(List<Ran> rounds) throws SQLException {
        return new Reached(
                median(rounds, Ran::perSecond),
                median(rounds, Ran::programsMicroseconds),
                median(rounds, Ran::postgresMicroseconds),
                entries(),
                hooks.stream().mapToLong(HookConnection::acknowledged).sum());
    }

    private static double median(List<Ran> rounds, ToDoubleFunction<Ran> value) {
        return Samples.of(rounds.stream().mapToDouble(value).toArray()).median();
    }

    private long entries() throws SQLException {
        try (Connection connection = subject.database().open();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT count(*) FROM core.audit_entry WHERE act = 'hook.received'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        for (HookConnection hook : hooks) {
            hook.close();
        }
    }
}
