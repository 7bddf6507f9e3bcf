package hotleads.core;

import hotleads.audit.Actor;
import hotleads.audit.AuditLog;
import hotleads.audit.Entry;
import hotleads.audit.chain.Anchor;
import hotleads.audit.chain.AnchorKey;
import hotleads.audit.chain.ChainReader;
import hotleads.audit.chain.CheckChain;
import hotleads.audit.chain.KeyChange;
import hotleads.audit.chain.Link;
import hotleads.audit.chain.Verdict;
import hotleads.audit.stored.AnchorFile;
import hotleads.audit.stored.AnchorSigners;
import hotleads.audit.stored.AnchorsOutside;
import hotleads.audit.stored.MakeAnchors;
import hotleads.audit.stored.NumberEntries;
import hotleads.audit.stored.StoredChain;
import hotleads.vault.KeySet;
import hotleads.vault.Purpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;

/** A trail in a database of its own, kept by the same parts as in the program, with time in the test's hands. */
final class SomeTrail {
    private static final String CHAIN = "core";

    final SomeDatabase database = SomeDatabase.fresh();
    final Optional<AnchorFile> file;
    final SomeSigners signers = new SomeSigners();
    private final JdbcTemplate jdbc;
    private final DataSourceTransactionManager transactions;
    private final AuditLog log;
    private Instant now = Instant.parse("2026-11-12T09:00:00Z");
    private int appended;

    SomeTrail() {
        DriverManagerDataSource source =
                new DriverManagerDataSource(database.url() + "?currentSchema=core", "hl_core", "core");
        jdbc = new JdbcTemplate(source);
        transactions = new DataSourceTransactionManager(source);
        log = new AuditLog(jdbc);
        try {
            Path keys = Files.createTempDirectory("trail").resolve("core.key");
            file = AnchorFile.beside(keys.toString());
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    /** Entries as a day brings them: some with a sealed detail, some for a whole list. */
    void append(int entries) {
        List<Entry> made = new ArrayList<>();
        for (int number = 0; number < entries; number++) {
            made.add(entry());
        }
        log.append(made);
    }

    Entry entry() {
        appended++;
        boolean sealed = appended % 3 == 0;
        return new Entry(
                UUID.randomUUID(),
                now.plusMillis(appended),
                appended % 2 == 0 ? Actor.person(SomeCore.TONY, "admin") : Actor.service("webhooks"),
                appended % 2 == 0 ? "list.viewed" : "hook.received",
                appended % 2 == 0 ? "person" : "acuity.canceled",
                appended % 2 == 0 ? UUID.randomUUID() + "," + UUID.randomUUID() : "1" + appended,
                "done",
                1,
                appended % 5 == 0 ? null : "request-ü-" + appended,
                sealed ? new byte[] {1, 2, (byte) appended} : null,
                sealed ? UUID.randomUUID() : null);
    }

    NumberEntries sequencer() {
        return new NumberEntries(jdbc, transactions, CHAIN);
    }

    void number() {
        NumberEntries sequencer = sequencer();
        while (sequencer.round() > 0) {
            // Until all have their number.
        }
    }

    /** A minute later. */
    void anchor() {
        now = now.plus(Duration.ofMinutes(1));
        anchors(clock()).round();
    }

    void aDayLater() {
        now = now.plus(Duration.ofDays(1));
    }

    Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    MakeAnchors anchors(Clock clock) {
        return new MakeAnchors(jdbc, transactions, file, CHAIN, signers, clock);
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    DataSourceTransactionManager transactions() {
        return transactions;
    }

    AuditLog log() {
        return log;
    }

    StoredChain chain() {
        return chain(file.stream().toList());
    }

    StoredChain chain(List<? extends AnchorsOutside> outside) {
        return new StoredChain(jdbc, transactions, outside, CHAIN, signers);
    }

    /** What the check says within someone's transaction, which is then taken back. */
    Verdict checkWithin(Connection connection) {
        JdbcTemplate within = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        return check(new StoredChain(within, new NoTransactions(), file.stream().toList(), CHAIN, signers));
    }

    Verdict check() {
        return check(chain());
    }

    Verdict check(StoredChain chain) {
        Checking checking = new Checking();
        chain.read(checking, () -> true);
        if (checking.verdict == null) {
            throw new IllegalStateException("The chain did not end");
        }
        return checking.verdict;
    }

    /** The keys of a key set, of which the newest signs. */
    static final class SomeSigners implements AnchorSigners {
        private KeySet keys = KeySet.fresh();

        void changeKey() {
            keys = keys.withFresh(Purpose.ANCHORS);
        }

        @Override
        public List<Signer> all() {
            return keys.ids(Purpose.ANCHORS).stream()
                    .map(keys::signer)
                    .map(key -> new Signer(key.publicKey(), key::sign))
                    .toList();
        }

        @Override
        public Signer hold() {
            return all().getLast();
        }
    }

    private static final class Checking implements ChainReader {
        private @Nullable CheckChain check;
        private @Nullable Verdict verdict;

        @Override
        public void begins(String chain, long after, byte[] hash, byte[] key) {
            check = new CheckChain(chain, after, hash, new AnchorKey(key));
        }

        @Override
        public void keyChanges(KeyChange change) {
            begun().keyChanges(change);
        }

        @Override
        public void link(Link link) {
            begun().link(link);
        }

        @Override
        public void anchor(Anchor anchor) {
            begun().anchor(anchor);
        }

        @Override
        public void ends(String chain, long links) {
            verdict = begun().end();
        }

        private CheckChain begun() {
            return java.util.Objects.requireNonNull(check);
        }
    }

    /** The connection's own transaction goes on. */
    private static final class NoTransactions implements PlatformTransactionManager {
        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {}

        @Override
        public void rollback(TransactionStatus status) {}
    }
}
