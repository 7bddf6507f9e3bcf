package hotleads.app.bench;

import hotleads.app.console.Console;
import hotleads.app.console.Refusal;
import hotleads.vault.KeyFile;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A demo with made-up people in it, someone signed in, and questions to ask of it. */
final class FilledDemo implements AutoCloseable {
    private static final int KNOWN = 1_000;
    private static final int OK = 200;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final double NANOSECONDS = 1e9;

    private final EmptyDemo demo;
    private final int people;
    private final Connection core;
    private final ProcessTable processes = ProcessTable.ofThisMachine();
    private @Nullable ApiRequests requests;
    private List<Known> known = List.of();

    private FilledDemo(EmptyDemo demo, int people) throws SQLException {
        this.demo = demo;
        this.people = people;
        this.core = demo.subject().database().open();
    }

    /**
     * How long evaluating some people anew took.
     *
     * @param processor seconds of core and PostgreSQL together
     */
    record Evaluated(int people, double seconds, double processor) {
        double perProcessorSecond() {
            return people / processor;
        }
    }

    /** @throws Refusal when it does not get ready, or a search does not find whom it should */
    static FilledDemo fill(EmptyDemo demo, int people, Instant now, Console console) throws SQLException, IOException {
        FilledDemo filled = new FilledDemo(demo, people);
        filled.silenceAcuity();
        long began = System.nanoTime();
        filled.known = new MadeUpPractice(filled.core, new KeyFile(demo.coreKeys()).read(), now, UUID.randomUUID())
                .fill(people, KNOWN);
        filled.settle();
        console.progress(
                String.format("Filled in %d people in %.0f s", people, (System.nanoTime() - began) / NANOSECONDS));
        Evaluated first = filled.evaluateAnew(people);
        console.progress(String.format(
                "Core evaluated them for the first time in %.0f s, %.0f a second of processor time",
                first.seconds, first.perProcessorSecond()));
        filled.settle();
        filled.requests = new AdminSignIn(demo.subject(), demo.simulators()).signIn(demo.email(), demo.password());
        filled.refuseUnlessFound();
        return filled;
    }

    /**
     * The simulated Acuity knows nobody: core would take everyone's bookings for gone. So it reads what it reads at its
     * start, and then counts as just read for the rest of the run.
     */
    private void silenceAcuity() throws SQLException {
        await(
                "SELECT known_state = 'on-time' AND NOT EXISTS (SELECT 1 FROM core.sweep WHERE state IN ('asked', 'running'))"
                        + " FROM core.provider_state");
        run("UPDATE core.provider_state SET paused_until = now() + interval '1 day',"
                + " last_success_at = now() + interval '1 day'");
    }

    /** What autovacuum would have done by the time so many people are there. */
    private void settle() throws SQLException {
        try (Connection owner = demo.owner().open();
                Statement statement = owner.createStatement()) {
            statement.execute("VACUUM (ANALYZE) core.sealing_key, core.identity, core.identity_digest, core.person,"
                    + " core.observation, core.booking, core.outcome, core.act, core.lead");
        }
    }

    int people() {
        return people;
    }

    UnderTest subject() {
        return demo.subject();
    }

    List<byte[]> list() {
        return List.of(requests().get("/api/leads"));
    }

    List<byte[]> details() {
        return known.stream()
                .map(one -> requests().get("/api/leads/" + one.person()))
                .toList();
    }

    /** An address, a number as people write it, and the beginning of a name, in turns. */
    List<byte[]> searches() {
        List<byte[]> searches = new ArrayList<>();
        for (int index = 0; index < known.size(); index++) {
            searches.add(requests().post("/api/people/search", Map.of("text", typed(known.get(index), index))));
        }
        return searches;
    }

    private static String typed(Known one, int index) {
        return switch (index % 3) {
            case 0 -> one.email();
            case 1 -> one.phone().replaceFirst("\\+1(...)(...)(....)", "($1) $2-$3");
            default -> beginning(one).toUpperCase(Locale.ROOT);
        };
    }

    private static String beginning(Known one) {
        return one.lastName().substring(0, 4);
    }

    private ApiRequests requests() {
        if (requests == null) {
            throw new IllegalStateException("nobody has signed in");
        }
        return requests;
    }

    /** Speed bought with wrong answers would be none. */
    private void refuseUnlessFound() throws IOException {
        try (GatewayConnection connection = demo.subject().connection()) {
            for (int index = 0; index < 30; index++) {
                Known one = known.get(index);
                GatewayConnection.Answer answer = connection.exchange(searches().get(index));
                boolean isFound = answer.text().contains(index % 3 == 2 ? beginning(one) : one.name());
                if (answer.status() != OK || !isFound) {
                    throw new Refusal("A search does not find whom it should (status " + answer.status() + ").");
                }
            }
            int shown = connection.exchange(list().getFirst()).text().split("\"personId\"", -1).length - 1;
            if (shown != 50) {
                throw new Refusal("The list shows " + shown + " people and not 50.");
            }
        }
    }

    /** Has some of them due and changed, all at once. */
    Evaluated evaluateAnew(int count) throws SQLException {
        // Held in core's order: among a million somebody is always due, and each might wait for the other.
        run("WITH held AS MATERIALIZED (SELECT person_id FROM core.lead ORDER BY person_id LIMIT " + count
                + " FOR UPDATE) UPDATE core.lead l SET next_change_at = 'epoch', facts_version = facts_version - 1"
                + " FROM held WHERE l.person_id = held.person_id");
        return awaitEvaluated(count);
    }

    private Evaluated awaitEvaluated(int count) throws SQLException {
        double before = processorSeconds();
        long began = System.nanoTime();
        await("SELECT NOT EXISTS (SELECT 1 FROM core.lead WHERE next_change_at = 'epoch')");
        double seconds = (System.nanoTime() - began) / NANOSECONDS;
        return new Evaluated(count, seconds, processorSeconds() - before);
    }

    private double processorSeconds() {
        return processes.seconds(List.of(demo.core()))
                + processes.secondsWithChildren(demo.subject().postgres());
    }

    /** @throws Refusal when Acuity was read after all, and what was measured was something else */
    void refuseWhenChanged() throws SQLException {
        if (!isSo("SELECT count(*) = 0 FROM core.look_again")) {
            throw new Refusal("Core asked Acuity about the made-up people: the figures are worth nothing.");
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

    private boolean isSo(String sql) throws SQLException {
        try (Statement statement = core.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = core.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        core.close();
    }
}
