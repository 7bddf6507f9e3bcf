package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.audit.chain.Verdict;
import hotleads.audit.stored.NumberEntries;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Every entry gets the next number, whoever commits when. */
class AuditNumberingTest {
    private final SomeTrail trail = new SomeTrail();

    @Test
    void anEntryThatCommitsLateGetsTheNextNumberAndOneTakenBackLeavesNoGap() throws SQLException {
        NumberEntries sequencer = trail.sequencer();
        try (Connection late = connection();
                Connection takenBack = connection()) {
            insert(late, "late");
            insert(takenBack, "taken-back");
            insert("early");

            assertThat(sequencer.round()).isEqualTo(1);
            assertThat(sequencer.round()).isZero();
            insert("middle");
            assertThat(sequencer.round()).isEqualTo(1);
            takenBack.rollback();
            late.commit();
            assertThat(sequencer.round()).isEqualTo(1);
            insert("last");
            assertThat(sequencer.round()).isEqualTo(1);
        }

        assertThat(inOrder()).containsExactly("early", "middle", "late", "last");
        assertThat(trail.check().isUnbroken()).isTrue();
    }

    @Test
    void aRestoredDatabaseCountsTransactionsAnewAndLosesNoEntry() throws SQLException {
        insert("before");
        // As a dump brings it: the transactions of the old database, far beyond those of the new one.
        trail.database.execute("UPDATE core.audit_entry SET arrived = '900000000'::xid8");
        NumberEntries sequencer = trail.sequencer();

        assertThat(sequencer.round()).isEqualTo(1);
        insert("after");
        assertThat(sequencer.round()).isEqualTo(1);
        insert("later");
        assertThat(sequencer.round()).isEqualTo(1);
        assertThat(sequencer.round()).isZero();
    }

    @Test
    void manyWritersAndTwoSequencersMakeOneChainWithoutAGap() throws Exception {
        int writers = 4;
        int each = 60;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                writing.add(threads.submit(() -> {
                    TransactionTemplate transaction = new TransactionTemplate(trail.transactions());
                    for (int number = 0; number < each; number++) {
                        transaction.executeWithoutResult(status -> trail.log().append(someEntry()));
                    }
                }));
            }
            List<Future<?>> numbering = new ArrayList<>();
            for (int sequencer = 0; sequencer < 2; sequencer++) {
                NumberEntries own = trail.sequencer();
                numbering.add(threads.submit(() -> {
                    while (writing.stream().anyMatch(writer -> !writer.isDone())) {
                        own.round();
                    }
                }));
            }
            for (Future<?> ended : writing) {
                ended.get();
            }
            for (Future<?> ended : numbering) {
                ended.get();
            }
        }
        trail.number();

        Verdict verdict = trail.check();

        assertThat(verdict.isUnbroken()).isTrue();
        assertThat(verdict.entries()).isEqualTo(writers * each);
    }

    @Test
    void anchorsAreMadeWhenThereIsSomethingNewAndAtMostHalfAMinuteApart() {
        Instant now = Instant.parse("2026-11-12T09:00:00Z");
        Clock[] clock = {Clock.fixed(now, ZoneOffset.UTC)};
        var anchors = trail.anchors(new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return clock[0].instant();
            }
        });
        anchors.round();
        assertThat(anchored()).isEmpty();
        for (int second = 0; second <= 120; second += 5) {
            if (second < 60) {
                trail.append(1);
                trail.number();
            }
            clock[0] = Clock.offset(Clock.fixed(now, ZoneOffset.UTC), Duration.ofSeconds(10L + second));
            anchors.round();
        }

        // At once, half a minute later, and once more for what came after that; then nothing is new.
        assertThat(anchored()).containsExactly(1L, 7L, 12L);
        List<Long> outside = new ArrayList<>();
        trail.file.orElseThrow().read(anchor -> outside.add(anchor.seq()));
        assertThat(outside).isEqualTo(anchored());
    }

    private List<Long> anchored() {
        return trail.jdbc().query("SELECT seq FROM core.audit_anchor ORDER BY seq", (row, n) -> row.getLong(1));
    }

    private List<String> inOrder() {
        return trail.jdbc()
                .query(
                        "SELECT e.act FROM core.audit_link l JOIN core.audit_entry e ON e.id = l.entry_id ORDER BY l.seq",
                        (row, n) -> row.getString(1));
    }

    private synchronized hotleads.audit.Entry someEntry() {
        return trail.entry();
    }

    private Connection connection() throws SQLException {
        Connection connection = DriverManager.getConnection(trail.database.url(), "hl_core", "core");
        connection.setAutoCommit(false);
        return connection;
    }

    private void insert(String act) throws SQLException {
        try (Connection connection = connection()) {
            insert(connection, act);
            connection.commit();
        }
    }

    private static void insert(Connection connection, String act) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(
                    "INSERT INTO core.audit_entry (id, at, actor_kind, act, outcome, count) VALUES (gen_random_uuid(), now(), 'job', '"
                            + act + "', 'done', 1)");
        }
    }
}
